//go:build older

package sdk

// This file is never built. It keeps the requirement in go.mod.
import _ "older.invalid/rds"
