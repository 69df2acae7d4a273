package operation

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid"
)

const redacted = "REDACTED"

// secretHeader reports whether a header has, by its name, what must stay
// business: the signature and the session token, cookies, and what middlewares
// use to identify themselves to proxies.
func secretHeader(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"authorization", "cookie", "token", "secret", "password", "signature", "credential", "api-key", "apikey"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// withoutQuery returns a URL as a log may show it.
func withoutQuery(u *url.URL) string {
	short := *u
	if short.RawQuery != "" {
		short.RawQuery = redacted
	}
	short.Fragment, short.RawFragment = "", ""
	return short.Redacted()
}

// redactForm replaces the values of passwords and presigned URLs in a form.
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

func secretMember(name string) bool {
	return strings.HasSuffix(name, "Password") || strings.HasSuffix(name, presignedMember)
}

// secrets holds the secrets of a call.
type secrets struct {
	creds     nereid.Credentials // of the last attempt
	signature string             // likewise
	older     []string           // what earlier attempts sent

	asked   bool // the provider was asked because the service had rejected its credentials
	renewed bool // and had others
}

// sign replaces the credentials.
func (s *secrets) sign(creds *nereid.Credentials) {
	s.replace(&s.creds.SessionToken, creds.SessionToken)
	s.creds = *creds
}

// replace keeps what was sent earlier: an answer may still quote it.
func (s *secrets) replace(secret *string, by string) {
	if *secret != "" && *secret != by {
		s.older = append(s.older, *secret)
	}
	*secret = by
}

// keepForm keeps the presigned URL of a form that is replaced.
func (s *secrets) keepForm(form []byte) {
	eachSecret(form, func(name, value string) {
		if strings.HasSuffix(name, presignedMember) {
			s.older = append(s.older, value, signatureOf(value))
		}
	})
}

const presignedMember = "PreSignedUrl"

// eachSecret calls yield for each value of a form that is secret.
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

// signatureOf returns the signature in a presigned URL, or "".
func signatureOf(presigned string) string {
	_, signature, _ := strings.Cut(presigned, "X-Amz-Signature=")
	signature, _, _ = strings.Cut(signature, "&")
	return signature
}

// withoutSecrets takes out of a text of the service's what is secret in the
// requests that it may quote: AWS explains a wrong signature by the headers that
// it should have signed, the session token among them.
func (c *call) withoutSecrets(text string) string {
	text = hide(text, c.secrets.creds.SessionToken)
	text = hide(text, c.secrets.creds.SecretAccessKey) // which is not sent, but costs nothing
	text = hide(text, c.secrets.signature)
	for _, secret := range c.secrets.older {
		text = hide(text, secret)
	}
	eachSecret(c.form.body, func(_, value string) {
		text = hide(hide(text, value), signatureOf(value))
	})
	return text
}

// The bounds of what an error tells.
const (
	maxText = 4096
	maxLine = 200
	maxName = 128 // of a code or request ID
)

// bounded returns a text or, if it is longer than that many bytes, its beginning.
func bounded(text string, most int) string {
	if len(text) <= most {
		return text
	}
	short := strings.ToValidUTF8(text[:most], "")
	return short + "… (" + strconv.Itoa(len(text)) + " bytes)"
}

// withoutSecretsInID is withoutSecrets for a request ID, which as AWS makes it
// cannot be a secret.
func (c *call) withoutSecretsInID(id string) string {
	const uuid = 36
	if len(id) == uuid && strings.Trim(id, "0123456789abcdef-") == "" {
		return id
	}
	return bounded(c.withoutSecrets(id), maxName)
}

// hideSecrets returns the error, with another text if that quotes a secret of the
// request or is too long: what could not be read is told as it came.
func (c *call) hideSecrets(err error) error {
	text := err.Error()
	if short := bounded(c.withoutSecrets(text), maxText); short != text {
		return &quietError{short, err}
	}
	return err
}

// A quietError is an error with another text.
type quietError struct {
	text string
	err  error
}

func (e *quietError) Error() string { return e.text }

// Unwrap returns the error itself.
func (e *quietError) Unwrap() error { return e.err }
