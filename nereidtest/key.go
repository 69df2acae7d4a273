package nereidtest

import "strings"

// DisableKey makes a KMS key unusable, as when its owner disabled it: whoever
// encrypts with the key, and whoever copies a snapshot that is encrypted with it, is
// refused with KMSKeyNotAccessibleFault. The key is an id, the name of an alias in the
// region of [Server.Config], or an ARN. Resources that are encrypted with it stay in
// their states.
func (s *Server) DisableKey(key string) { s.setKey(key, true) }

// EnableKey makes a key usable again.
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
