package main

import "slices"

func sabotages() []sabotage {
	return slices.Concat(retrySabotages(), waitSabotages(), credentialSabotages(), recoverySabotages())
}

func retrySabotages() []sabotage {
	return []sabotage{
		{"internal/retry/classify.go", "return isConnection(err) || IsThrottle(err)", "return isConnection(err)", "throttling is not retried"},
		{"internal/retry/classify.go", "http.StatusInternalServerError, http.StatusBadGateway,\n\t\thttp.StatusServiceUnavailable", "http.StatusInternalServerError,\n\t\thttp.StatusServiceUnavailable", "a 502 is not retried"},
		{"internal/retry/classify.go", "http.StatusServiceUnavailable, http.StatusGatewayTimeout:", "http.StatusGatewayTimeout:", "a 503 is not retried"},
		{"internal/retry/skew.go", "return date.Sub(sent.Add(received.Sub(sent) / 2)), true", "return -date.Sub(sent.Add(received.Sub(sent) / 2)), true", "the clock is corrected in the other direction"},
		{"internal/retry/skew.go", "return (applied - observed).Abs() > SkewThreshold", "return (applied - observed).Abs() < SkewThreshold", "a clock that is right is corrected"},
		{"internal/retry/credentials.go", "!permanent && time.Since(began) < FirstKeys", "(permanent || time.Since(began) < FirstKeys)", "a permanent reason is waited out"},
		{"internal/retry/credentials.go", "return true, time.Since(since) < LostKeys", "return true, time.Since(since) > LostKeys", "lost keys end a wait at once"},
		{"internal/retry/standard.go", "DefaultMaxAttempts = 3", "DefaultMaxAttempts = 1", "one attempt"},
	}
}

func waitSabotages() []sabotage {
	return []sabotage{
		{"internal/wait/decide.go", "const misses = 3", "const misses = 1", "one look at nothing is believed"},
		{"internal/wait/decide.go", "return n >= misses && now", "return n <= misses && now", "the comparison of misses turned round"},
		{"internal/wait/decide.go", "case resource.IsNotFound(err) && condition.Gone:\n\t\treturn false, nil", "case nereid.CategoryOf(err) == nereid.ErrNotFound && condition.Gone:\n\t\treturn false, nil", "whatever is not found is gone"},
		{"internal/wait/decide.go", "if w.passes(err) {\n\t\tt.failures++\n\t\treturn Pending, nil", "if w.passes(err) {\n\t\treturn Failure, w.failed(t, err)", "a passing failure ends a wait"},
		{"internal/wait/decide.go", "case Failure:\n\t\t\treturn false, errFailure", "case Failure:\n\t\t\tpending = true", "a failure is waited out"},
		{"internal/wait/clock.go", "const maxShare = 4", "const maxShare = 1", "one long Retry-After takes all the time that is left"},
		{"internal/wait/clock.go", "c.deadline.Add(-c.margin)", "c.deadline.Add(time.Hour)", "the last poll is behind the deadline"},
		{"internal/wait/decide.go", "\tif trouble, passing := retry.Credentials(err, w.clock.start); trouble {\n\t\tt.soon = passing\n\t\tif passing {", "\tif trouble, passing := retry.Credentials(err, w.clock.start); trouble {\n\t\tt.soon = passing\n\t\tif !passing {", "trouble with credentials turned round"},
	}
}

func credentialSabotages() []sabotage {
	return []sabotage{
		{"credentials_cache.go", "return c.opts.ExpiryWindow >= 0 && !now.Before(c.kept.next) &&", "return c.opts.ExpiryWindow > 0 && !now.Before(c.kept.next) &&", "keys are used to their last moment"},
		{"credentials_cache.go", "return k != nil && time.Now().Add(offset).Before(k.Expires)", "return k != nil && time.Now().Add(-offset).Before(k.Expires)", "the offset of the clock the wrong way"},
		{"credentials_cache.go", "r != nil && c.behind == nil && (r.abandoned || time.Since(r.began) >= renewHangs)", "r != nil && r.abandoned && false", "a provider that hangs is joined"},
		{"credentials_cache.go", "creds, err = c.kept.Credentials, nil\n\t\tc.kept.postpone(now, r.offset)", "c.kept = nil", "a failed renewal drops what was good"},
		{"credentials_cache.go", "patience = renewPatience\n", "patience = 24 * time.Hour\n", "a renewal ahead is waited for, however long it takes"},
		{"internal/operation/credentials.go", "return code == \"InvalidClientTokenId\" || code == \"UnrecognizedClientException\" || hasExpired(code)", "return code == \"InvalidClientTokenId\"", "the provider is not asked again when keys have expired"},
		{"internal/operation/credentials.go", "if c.secrets.asked || !rejectsCredentials(c.reply.code)", "if !c.secrets.asked || !rejectsCredentials(c.reply.code)", "the provider is asked at the second rejection only"},
		{"internal/operation/clock.go", "c.client.skew.Store(int64(skew))", "c.client.skew.Store(0)", "the clock's offset is forgotten after the call"},
	}
}

func recoverySabotages() []sabotage {
	return []sabotage{
		{"internal/recovery/resolve.go", "case saysNothing:\n\t\treturn s.unknown(err, nil)", "case saysNothing:\n\t\treturn err", "throttling, expired keys and denials end a doubt"},
		{"internal/recovery/refusal.go", "return saysNothing\n\tcase \"MalformedQueryString\"", "return saysRefused\n\tcase \"MalformedQueryString\"", "a denial is the answer to an earlier attempt"},
		{"internal/recovery/attempt.go", "if !s.open || err == nil {", "if err == nil || s.open {", "attempts with an answer are in doubt, and those without are not"},
		{"internal/recovery/attempt.go", "s.open = h.written.Load()", "s.open = true", "an attempt that was not handed over is in doubt"},
		{"internal/recovery/attempt.go", "\t\ts.open = h.written.Load()", "\t\ts.open = false", "a broken connection leaves no doubt"},
		{"internal/recovery/attempt.go", "s.first = s.began.Add(time.Duration(s.sent.waited.Load()))", "_ = s", "the time that the connection takes counts as the attempt's"},
		{"internal/recovery/attempt.go", "func (s *State) Refused(coded bool) { s.open, s.refused = false, coded }", "func (s *State) Refused(coded bool) { s.refused = coded }", "a refusal leaves a doubt"},
		{"internal/recovery/resolve.go", "\tdiffers, hidden := Differs(l.in, item)", "\t_, hidden := Differs(l.in, item)\n\tdiffers := \"\"", "the members of the request are not compared"},
		{"internal/recovery/window.go", "return older", "return younger", "what is older counts as younger"},
		{"internal/recovery/window.go", "dateMargin = 5 * time.Second", "dateMargin = 5000 * time.Hour", "what was made long before is the call's own"},
		{"internal/recovery/window.go", "dateMargin = 5 * time.Second", "dateMargin = -5 * time.Second", "the margin of dates the wrong way"},
		{"internal/recovery/window.go", "from: date.Add(-max(ticked, shown)), to: date.Add(-min(ticked, shown))", "from: date.Add(0 * max(ticked, shown)), to: date", "the time that has passed since the attempt is forgotten"},
		{"internal/recovery/resolve.go", "gone := e.Resource.Kind.IsNotFound(l.refusal)", "gone := nereid.CategoryOf(l.refusal) == nereid.ErrNotFound", "whatever is not found is deleted"},
		{"internal/recovery/resolve.go", "\t\tif reached {\n\t\t\treturn finding{why: errNoSnapshot}", "\t\tif reached {\n\t\t\treturn f", "a final snapshot that is missing is not missed"},
		{"internal/recovery/resolve.go", "case given(e.Resource.ResourceID, renamed) != l.before.id:", "case given(e.Resource.ResourceID, renamed) == \"never\":", "whatever has the new name was renamed"},
		{"internal/recovery/refusal.go", "return codeOf(l.refusal) == \"invaliddbclusterstate\" &&", "return codeOf(l.refusal) != \"\" &&", "every state is that of another resource"},
		{"internal/recovery/resolve.go", "const DefaultTime = 30 * time.Second", "const DefaultTime = time.Nanosecond", "one look"},
		{"internal/recovery/resolve.go", "\t\tcase member == nil:\n\t\t\treturn l.absent()", "\t\tcase member == nil:\n\t\t\treturn finding{verdict: done, item: item}", "a member that does not exist has been removed"},
		{"internal/recovery/effect.go", "func (*Once) repeatable(any) bool       { return false }", "func (*Once) repeatable(any) bool       { return true }", "a reboot is repeated"},
		{"internal/recovery/effect.go", "return given(e.Target, in) != \"\" }", "return given(e.Target, in) == \"\" }", "a failover without a target is repeated"},
		{"internal/recovery/resolve.go", "case is(e.From, status):\n\t\t\tf = finding{end: l.orUnknown(), why: asBefore(status)}", "case is(e.From, status):\n\t\t\tf = finding{verdict: stands}", "a state as before is believed at once"},
		{"internal/recovery/compare.go", "return strings.EqualFold(keyID(in), keyID(item))", "return true", "keys are not compared"},
		{"internal/recovery/compare.go", "parts := strings.SplitN(s, \":\", 7)\n\treturn parts[len(parts)-1]", "return s[strings.LastIndex(s, \":\")+1:]", "names with a colon are cut"},
		{"internal/recovery/compare.go", "if text(a) != text(b) {", "if a.IsNil() != b.IsNil() || text(a) != text(b) {", "a tag without a value is another tag"},
	}
}
