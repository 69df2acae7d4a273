package ui

// NewBars creates progress bars for any writer.
var NewBars = newBars
