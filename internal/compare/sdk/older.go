//go:build older

package sdk

// This file is never built. Because of its import, go mod tidy keeps the
// requirement of older.invalid/rds in go.mod.
import _ "older.invalid/rds"
