package compare_test

import (
	stdcmp "cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRequests compares the requests for generated inputs.
func TestRequests(t *testing.T) {
	forEach(t, func(t *testing.T, s service, op string) {
		s.answer(http.StatusOK, emptyResponse(op), nil)
		rapid.Check(t, func(rt *rapid.T) {
			ours, theirs := s.inputs(drawing{
				t: rt, absent: true, text: anyText(), number: plainNumber(),
				skip: func(f reflect.StructField) bool { return f.Name == "SourceRegion" || isOnlyOurs(s, f) },
			}, op)
			if !s.bothSend(t, rt, op, ours, theirs) {
				return
			}
			if diff := cmp.Diff(sent(rt, s.theirs.wire), sent(rt, s.ours.wire)); diff != "" {
				rt.Fatalf("sent (-SDK +ours):\n%s", diff)
			}
			// The order has no meaning: the SDK sorts, and ours begins with the
			// action.
			if !slices.IsSorted(strings.Split(s.theirs.wire.body, "&")) || !strings.HasPrefix(s.ours.wire.body, "Action="+op+"&Version=") {
				rt.Fatalf("order of the forms:\n%s\n%s", s.theirs.wire.body, s.ours.wire.body)
			}
		})
	})
}

// TestPresignedRequests compares the presigned URLs in copies from other
// regions.
func TestPresignedRequests(t *testing.T) {
	presigned := 0
	forEach(t, func(t *testing.T, s service, op string) {
		if _, ok := s.theirs.input(op).FieldByName("SourceRegion"); !ok {
			return
		}
		presigned++
		source := ""
		for _, f := range members(s.ours.input(op)) {
			if strings.Contains(f.Name, "Source") && strings.HasSuffix(f.Name, "Identifier") {
				source = f.Name
			}
		}
		s.answer(http.StatusOK, emptyResponse(op), nil)
		rapid.Check(t, func(rt *rapid.T) {
			ours := reflect.New(s.ours.input(op))
			drawing{
				t: rt, absent: true, text: rapid.StringMatching(`[a-z][a-z0-9 /&=+%-]{0,20}`), number: plainNumber(),
				skip: func(f reflect.StructField) bool { return f.Name == "PreSignedUrl" || isOnlyOurs(s, f) },
			}.draw(ours.Elem(), op, 0)
			// Ours rejects a request that the SDK sends although it can only
			// fail: one for a source in another region that is not an ARN.
			region := rapid.SampledFrom([]string{testRegion, "us-west-2", "us-gov-west-1", "cn-north-1"}).Draw(rt, "source")
			partition := map[string]string{"us-gov-west-1": "aws-us-gov", "cn-north-1": "aws-cn"}[region]
			arn := "arn:" + stdcmp.Or(partition, "aws") + ":rds:" + region + ":123456789012:snapshot:a"
			ours.Elem().FieldByName("SourceRegion").Set(reflect.ValueOf(&region))
			ours.Elem().FieldByName(source).Set(reflect.ValueOf(&arn))
			theirs := reflect.New(s.theirs.input(op))
			convert(theirs.Elem(), ours.Elem())
			if !s.bothSend(t, rt, op, ours, theirs) {
				return
			}
			want, got := sent(rt, s.theirs.wire), sent(rt, s.ours.wire)
			wantURL, gotURL := takePresigned(rt, want), takePresigned(rt, got)
			if wantURL.Get("X-Amz-Date") != gotURL.Get("X-Amz-Date") {
				return // a second went by in between
			}
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("sent (-SDK +ours):\n%s", diff)
			}
			if gotURL.Get("X-Amz-Expires") != "3600" {
				rt.Fatalf("X-Amz-Expires is %q", gotURL.Get("X-Amz-Expires"))
			}
			// The SDK's URL does not say how long it is valid. With that
			// parameter, the signature differs.
			for _, name := range []string{"X-Amz-Expires", "X-Amz-Signature"} {
				wantURL.Del(name)
				gotURL.Del(name)
			}
			if diff := cmp.Diff(wantURL, gotURL); diff != "" {
				rt.Fatalf("presigned (-SDK +ours):\n%s", diff)
			}
		})
	})
	t.Logf("%d copies", presigned)
	if presigned == 0 {
		t.Error("no operation has a SourceRegion")
	}
}

// isOnlyOurs reports whether the SDK lacks a member that TestSurface lists.
func isOnlyOurs(s service, f reflect.StructField) bool {
	return s.name == "neptune" && (f.Name == "NetworkType" || f.Name == "SupportedNetworkTypes")
}

// inputs draws an input of ours and makes the equal input of the SDK.
func (s service) inputs(d drawing, op string) (ours, theirs reflect.Value) {
	ours, theirs = reflect.New(s.ours.input(op)), reflect.New(s.theirs.input(op))
	d.draw(ours.Elem(), op, 0)
	convert(theirs.Elem(), ours.Elem())
	return ours, theirs
}

// bothSend reports whether both sent a request. It fails unless both did, or
// both rejected the input for the same members.
func (s service) bothSend(t *testing.T, rt *rapid.T, op string, ours, theirs reflect.Value) bool {
	s.ours.wire.request, s.theirs.wire.request = nil, nil
	_, ourErr := s.ours.call(t.Context(), op, ours)
	_, theirErr := s.theirs.call(t.Context(), op, theirs)
	if (ourErr == nil) != (theirErr == nil) {
		rt.Fatalf("error %v, the SDK's is %v", ourErr, theirErr)
	}
	if diff := cmp.Diff(invalid(theirErr), invalid(ourErr)); diff != "" {
		rt.Fatalf("refused (-SDK +ours):\n%s", diff)
	}
	return ourErr == nil
}

func emptyResponse(op string) []byte {
	return fmt.Appendf(nil, "<%[1]sResponse><%[1]sResult/><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></%[1]sResponse>", op)
}

// invalid lists the missing members in an error.
func invalid(err error) []string {
	var params smithy.InvalidParamsError
	if !errors.As(err, &params) {
		return nil
	}
	lines := strings.Split(params.Error(), "\n")
	slices.Sort(lines)
	return lines
}

// sent returns the parts of a request that have to be equal for both clients.
// The form counts by its content: ours writes a space as %20, the SDK as +.
func sent(t fails, w *wire) map[string]any {
	if w.request == nil {
		t.Fatal("nothing was sent")
	}
	form, err := url.ParseQuery(w.body)
	if err != nil {
		t.Fatal(err)
	}
	if n := w.request.ContentLength; n != int64(len(w.body)) {
		t.Fatal("the content length is", n, "for", len(w.body), "bytes")
	}
	return map[string]any{
		"method":       w.request.Method,
		"url":          w.request.URL.String(),
		"content type": w.request.Header.Get("Content-Type"),
		"form":         form,
	}
}

// takePresigned removes the presigned URL from the request and returns it.
func takePresigned(t fails, sent map[string]any) url.Values {
	form := sent["form"].(url.Values)
	u, err := url.Parse(form.Get("PreSignedUrl"))
	if err != nil {
		t.Fatal(err)
	}
	form.Del("PreSignedUrl")
	query := u.Query()
	query.Set("host", u.Host)
	query.Set("path", u.Scheme+":"+u.Path)
	return query
}
