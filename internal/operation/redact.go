package operation

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid"
)

const redacted = "REDACTED"

// secretHeader reports whether a header's value is secret, judging by the
// header's name. Secret values are signatures, session tokens, cookies, and
// credentials that middlewares send to proxies.
func secretHeader(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"authorization", "cookie", "token", "secret", "password", "signature", "credential", "api-key", "apikey"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// withoutQuery returns a URL for the log, without its query and password.
func withoutQuery(u *url.URL) string {
	short := *u
	if short.RawQuery != "" {
		short.RawQuery = redacted
	}
	short.Fragment, short.RawFragment = "", ""
	return short.Redacted()
}

// redactForm redacts passwords and presigned URLs in a form.
func redactForm(form string) string {
	pairs := strings.Split(form, "&")
	for i, pair := range pairs {
		name, _, _ := strings.Cut(pair, "=")
		if secretMember(name) {
			pairs[i] = name + "=" + redacted
		}
	}
	return strings.Join(pairs, "&")
}

// secretMember reports whether a member of a form is secret, judging by its
// name. Two members whose names end in Password are booleans, which are not
// secret.
func secretMember(name string) bool {
	switch name {
	case "ManageMasterUserPassword", "RotateMasterUserPassword":
		return false
	}
	return strings.HasSuffix(name, "Password") || strings.HasSuffix(name, presignedMember)
}

// secrets holds the secrets of a call.
type secrets struct {
	creds     nereid.Credentials // of the last attempt
	signature string             // of the last attempt
	older     []string           // secrets that earlier attempts sent

	asked   bool // the provider was asked for others, because the service rejected its credentials
	renewed bool // the provider had others
}

// sign replaces the credentials.
func (s *secrets) sign(creds *nereid.Credentials) {
	s.replace(&s.creds.SessionToken, creds.SessionToken)
	s.creds = *creds
}

// replace sets *secret to the value of by. It keeps the old secret in s.older,
// because a response may still quote the old secret.
func (s *secrets) replace(secret *string, by string) {
	if *secret != "" && *secret != by {
		s.older = append(s.older, *secret)
	}
	*secret = by
}

// keepForm adds the form's presigned URL and its signature to s.older before
// the form is replaced, because a response may still quote them.
func (s *secrets) keepForm(form []byte) {
	eachSecret(form, func(name, value string) {
		if strings.HasSuffix(name, presignedMember) {
			s.older = append(s.older, value, signatureOf(value))
		}
	})
}

const presignedMember = "PreSignedUrl"

// eachSecret calls yield for each secret value of a form.
func eachSecret(form []byte, yield func(name, value string)) {
	for pair := range bytes.SplitSeq(form, []byte("&")) {
		name, value, _ := bytes.Cut(pair, []byte("="))
		if !secretMember(string(name)) {
			continue
		}
		if plain, err := url.QueryUnescape(string(value)); err == nil {
			yield(string(name), plain)
		}
	}
}

// signatureOf returns the signature in a presigned URL, or "" if there is none.
func signatureOf(presigned string) string {
	_, signature, _ := strings.Cut(presigned, "X-Amz-Signature=")
	signature, _, _ = strings.Cut(signature, "&")
	return signature
}

// withoutSecrets removes the request's secrets from a text that the service
// sent. Such a text may quote the request. For example, AWS's message about a
// wrong signature lists the headers that should have been signed, including the
// session token.
func (c *call) withoutSecrets(text string) string {
	text = hide(text, c.secrets.creds.SessionToken)
	text = hide(text, c.secrets.creds.SecretAccessKey) // never sent, but checked to be safe
	text = hide(text, c.secrets.signature)
	for _, secret := range c.secrets.older {
		text = hide(text, secret)
	}
	eachSecret(c.form.body, func(_, value string) {
		text = hide(hide(text, value), signatureOf(value))
	})
	return text
}

// The limits of the texts in errors.
const (
	maxText = 4096
	maxLine = 200
	maxName = 128 // for error codes and request IDs
)

// bounded truncates a text that is longer than the given number of bytes, and
// appends the text's length.
func bounded(text string, most int) string {
	if len(text) <= most {
		return text
	}
	short := strings.ToValidUTF8(text[:most], "")
	return short + "… (" + strconv.Itoa(len(text)) + " bytes)"
}

// withoutSecretsInID is like withoutSecrets, but for a request ID. It returns
// an ID in AWS's format unchanged, because the format does not have room for a
// secret.
func (c *call) withoutSecretsInID(id string) string {
	const uuid = 36
	if len(id) == uuid && strings.Trim(id, "0123456789abcdef-") == "" {
		return id
	}
	return bounded(c.withoutSecrets(id), maxName)
}

// hideSecrets returns err. If the text of err quotes a secret of the request or
// is too long, it instead returns an error that wraps err and has a cleaned
// text.
func (c *call) hideSecrets(err error) error {
	text := err.Error()
	if short := bounded(c.withoutSecrets(text), maxText); short != text {
		return &quietError{short, err}
	}
	return err
}

// A quietError replaces an error's text.
type quietError struct {
	text string
	err  error
}

func (e *quietError) Error() string { return e.text }

// Unwrap returns the original error.
func (e *quietError) Unwrap() error { return e.err }
