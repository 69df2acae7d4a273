package operation

import (
	"bytes"
	"net/url"
	"strings"
)

const redacted = "REDACTED"

// secretHeader reports whether a header has, by its name, what is nobody's
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
	return strings.HasSuffix(name, "Password") || strings.HasSuffix(name, "PreSignedUrl")
}

// withoutSecrets takes out of a text of the service's what is secret in the
// request that it may quote: AWS explains a wrong signature by the headers that
// it should have signed, the session token among them.
func (c *call) withoutSecrets(text string) string {
	const shortest = 8 // of passwords that AWS takes; shorter ones could be words of the text
	hide := func(secret string) {
		if len(secret) >= shortest && strings.Contains(text, secret) {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	hide(c.secrets.token)
	hide(c.secrets.signature)
	if strings.Contains(text, "%") {
		hide(url.QueryEscape(c.secrets.token))
	}
	for pair := range bytes.SplitSeq(c.form.body, []byte("&")) {
		name, given, _ := bytes.Cut(pair, []byte("="))
		if !secretMember(string(name)) {
			continue
		}
		value := string(given)
		hide(value)
		if plain, err := url.QueryUnescape(value); err == nil {
			hide(plain)
			if _, signature, ok := strings.Cut(plain, "X-Amz-Signature="); ok {
				hide(signature)
			}
			hide(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(plain))
			if len(plain) >= shortest && strings.Contains(text, "&") && strings.Contains(unescaped(text), plain) {
				return redacted // all of it, as there is no telling where it stands
			}
		}
	}
	return text
}

// unescaped returns a text with the references resolved that markup must or may have
// instead of its marks.
func unescaped(text string) string {
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&apos;", "'", "&quot;", `"`,
		"&#38;", "&", "&#60;", "<", "&#62;", ">", "&#39;", "'", "&#34;", `"`, "&#x27;", "'", "&#x22;", `"`).Replace(text)
}

// withoutSecretsInID is withoutSecrets for a request id, which as AWS makes it
// cannot be one.
func (c *call) withoutSecretsInID(id string) string {
	const uuid = 36
	if len(id) == uuid && strings.Trim(id, "0123456789abcdef-") == "" {
		return id
	}
	return c.withoutSecrets(id)
}

// hideSecrets returns the error, with another text if that quotes a secret of the
// request: what could not be read is told as it came.
func (c *call) hideSecrets(err error) error {
	text := err.Error()
	if short := c.withoutSecrets(text); short != text {
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
