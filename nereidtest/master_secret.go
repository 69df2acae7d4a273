package nereidtest

import rdstypes "github.com/nereid-go/nereid/rds/types"

// A masterChange contains the request parameters that change the master user's password.
type masterChange struct {
	password, key       *string
	manage, rotate, now *bool
}

func (c *masterChange) given() bool {
	return c.password != nil || c.key != nil || c.manage != nil || c.rotate != nil
}

// checkMasterChange checks a password change. The parameter have is the cluster's or instance's
// current secret, or nil if the password is not managed in Secrets Manager. AWS documents which
// requests are rejected, but the error codes and messages are guesses.
func checkMasterChange(engine string, have *rdstypes.MasterUserSecret, c *masterChange) error {
	if !hasMaster(engine) {
		return nil
	}
	managed := deref(c.manage, have != nil)
	switch {
	case managed && c.password != nil:
		return invalidCombination("You cannot specify both MasterUserPassword and ManageMasterUserPassword")
	case have != nil && !managed && c.password == nil:
		return invalidCombination("You must specify MasterUserPassword when you turn off ManageMasterUserPassword.")
	case deref(c.rotate, false) && (have == nil || !managed):
		return invalidCombination("RotateMasterUserPassword can be specified only if the password is managed in AWS Secrets Manager.")
	case deref(c.rotate, false) && !deref(c.now, false):
		return invalidCombination("RotateMasterUserPassword requires ApplyImmediately.")
	case c.key != nil && (have != nil || !managed):
		return invalidCombination("MasterUserSecretKmsKeyId can be specified only when you turn on ManageMasterUserPassword.")
	}
	return checkMasterPassword(engine, c.password)
}

// changedSecret returns the secret after a change, and reports whether the secret changed. A new
// secret has the status creating, and a rotated secret has the status rotating. readySecret later
// replaces it with an active secret.
func (r *region) changedSecret(engine, of string, have *rdstypes.MasterUserSecret, c *masterChange) (after *rdstypes.MasterUserSecret, changed bool) {
	managed := deref(c.manage, have != nil)
	switch {
	case !hasMaster(engine):
		return have, false
	case have == nil && managed:
		return r.newSecret(of, c.key), true
	case have != nil && !managed:
		return nil, true
	case have != nil && deref(c.rotate, false):
		return &rdstypes.MasterUserSecret{KmsKeyId: have.KmsKeyId, SecretArn: have.SecretArn, SecretStatus: str("rotating")}, true
	}
	return have, false
}
