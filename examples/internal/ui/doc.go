// Package ui is how the example programs show tables and progress.
package ui
