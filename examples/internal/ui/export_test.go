package ui

// NewBars draws bars on whatever it is given.
var NewBars = newBars
