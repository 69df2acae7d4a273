package nereidtest

import "strings"

// DisableKey makes a KMS key inaccessible, as if its owner had disabled it.
// Requests that encrypt with the key, or that copy a snapshot encrypted with
// it, are rejected with KMSKeyNotAccessibleFault. The key is given by its ARN
// or, in the region of [Server.Config], by its key ID or an alias name.
// Resources that are encrypted with the key keep their statuses.
func (s *Server) DisableKey(key string) { s.setKey(key, true) }

// EnableKey reverses the effect of [Server.DisableKey].
func (s *Server) EnableKey(key string) { s.setKey(key, false) }

func (s *Server) setKey(key string, disabled bool) {
	region := ""
	if p := strings.Split(key, ":"); len(p) == 6 {
		region = p[3]
	}
	r, unlock := s.edit(region)
	defer unlock()
	arn, err := r.keyOf(key)
	if err != nil {
		s.misusef("%q is not a KMS key", key)
		return
	}
	if r.disabledKeys == nil {
		r.disabledKeys = make(map[string]bool)
	}
	r.disabledKeys[arn] = disabled
}

// ShareKey allows other accounts to use a KMS key, so that they can copy shared
// snapshots that are encrypted with the key. In AWS, the key's policy allows
// this. By default, no other account can use the key. The AWS managed key
// alias/aws/rds cannot be shared.
func (s *Server) ShareKey(key string, accounts ...string) {
	region, account := "", ""
	if p := strings.Split(key, ":"); len(p) == 6 {
		region, account = p[3], p[4]
	}
	r, unlock := s.editIn(account, region)
	defer unlock()
	arn, err := r.keyOf(key)
	managed, _ := r.keyOf("alias/aws/rds")
	if err != nil || arn == managed {
		s.misusef("ShareKey: %q is not a KMS key that can be shared", key)
		return
	}
	if r.sharedKeys == nil {
		r.sharedKeys = make(map[string][]string)
	}
	r.sharedKeys[arn] = append(r.sharedKeys[arn], accounts...)
}
