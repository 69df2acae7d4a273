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
		{"internal/retry/credentials.go", "!permanent && time.Since(began) < FirstKeys", "time.Since(began) < 100*FirstKeys", "a permanent reason is waited out"},
		{"internal/retry/credentials.go", "return true, time.Since(since) < LostKeys", "return true, time.Since(since) > LostKeys", "lost keys end a wait at once"},
		{"internal/retry/standard.go", "DefaultMaxAttempts = 3", "DefaultMaxAttempts = 1", "one attempt"},
	}
}

func waitSabotages() []sabotage {
	return []sabotage{
		{"internal/wait/decide.go", "const misses = 3", "const misses = 1", "one look at nothing is believed"},
		{"internal/wait/decide.go", "return n >= misses && now", "return n <= misses && now", "the comparison of misses turned round"},
		{"internal/wait/decide.go", "case resource.notFound(err) && condition.Gone:\n\t\treturn false, nil", "case nereid.CategoryOf(err) == nereid.ErrNotFound && condition.Gone:\n\t\treturn false, nil", "whatever is not found is gone"},
		{"internal/wait/decide.go", "case err != nil && retry.IsRetryable(err):\n\t\treturn true, nil", "case err != nil && retry.IsRetryable(err):\n\t\treturn false, err", "a passing failure ends a wait"},
		{"internal/wait/decide.go", "case Failure:\n\t\t\treturn false, errFailure", "case Failure:\n\t\t\tpending = true", "a failure is waited out"},
		{"internal/wait/clock.go", "const maxShare = 4", "const maxShare = 1", "one long Retry-After takes all the time that is left"},
		{"internal/wait/clock.go", "c.deadline.Add(-c.margin)", "c.deadline.Add(time.Hour)", "the last poll is behind the deadline"},
		{"internal/wait/decide.go", "\tif trouble, passing := retry.Credentials(err, w.clock.start); trouble {\n\t\tt.soon = passing\n\t\tif passing {", "\tif trouble, passing := retry.Credentials(err, w.clock.start); trouble {\n\t\tt.soon = passing\n\t\tif !passing {", "trouble with credentials turned round"},
	}
}

func credentialSabotages() []sabotage {
	return []sabotage{
		{"credentials_cache.go", "return k != nil && time.Now().Add(offset).Before(k.Expires)", "return k != nil", "keys are good for ever"},
		{"credentials_cache.go", "return k != nil && time.Now().Add(offset).Before(k.Expires)", "return k != nil && time.Now().Add(-offset).Before(k.Expires)", "the offset of the clock the wrong way"},
		{"credentials_cache.go", "r != nil && c.behind == nil && (r.abandoned || time.Since(r.began) >= renewHangs)", "false", "a provider that hangs is joined"},
		{"credentials_cache.go", "creds, err = c.kept.Credentials, nil\n\t\tc.kept.postpone(now, r.offset)", "c.kept = nil", "a failed renewal drops what was good"},
		{"credentials_cache.go", "patience = renewPatience\n", "patience = 24 * time.Hour\n", "a renewal ahead is waited for, however long it takes"},
		{"internal/operation/credentials.go", "return code == \"InvalidClientTokenId\" || code == \"UnrecognizedClientException\" || hasExpired(code)", "return code == \"InvalidClientTokenId\"", "the provider is not asked again when keys have expired"},
		{"internal/operation/credentials.go", "if c.secrets.asked || !rejectsCredentials(c.reply.code)", "if !c.secrets.asked || !rejectsCredentials(c.reply.code)", "the provider is asked at the second rejection only"},
		{"internal/operation/clock.go", "c.client.skew.Store(int64(skew))", "c.client.skew.Store(0)", "the clock's offset is forgotten after the call"},
	}
}

func recoverySabotages() []sabotage { return nil }
