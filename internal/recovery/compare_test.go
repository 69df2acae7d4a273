package recovery_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
)

type input struct {
	ThingIdentifier *string
	Bucket          *string  `recover:"S3Bucket"`
	Parts           []string `query:",item=Part"`
	Tags            []tag    `recover:"TagList"`
	KmsKeyId        *string

	PerformanceInsightsKMSKeyId *string
	SourceArn                   *string
	EngineVersion               *string
	Size                        *int32
	Encrypted                   *bool
	At                          *time.Time
	Zone                        *string `recover:",late"`
	Password                    *string
	Secret                      *string `recover:"-"`
	Region                      *string `query:"-"`
	Scaling                     *scaling
	Kind                        kind
}

type thing struct {
	ThingIdentifier, S3Bucket, KmsKeyId, SourceArn, EngineVersion, Zone, Secret, Region, PerformanceInsightsKMSKeyId *string
	Parts                                                                                                            []string
	TagList                                                                                                          []tag
	Size                                                                                                             *int32
	Encrypted                                                                                                        *bool
	At                                                                                                               *time.Time
	Scaling                                                                                                          *shownScaling
	Kind                                                                                                             kind
}

type (
	tag          struct{ Key, Value *string }
	kind         string
	scaling      struct{ MinCapacity *float64 }
	shownScaling struct{ MinCapacity *float64 }
)

func TestDiffers(t *testing.T) {
	str := nereid.String
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	const key = "arn:aws:kms:eu-west-1:123456789012:key/1"
	for _, test := range []struct {
		name string
		in   input
		item thing
		want string
	}{
		{"nothing requested", input{}, thing{Size: nereid.Int32(1)}, ""},
		{"the same", input{ThingIdentifier: str("a"), Size: nereid.Int32(1)}, thing{ThingIdentifier: str("a"), Size: nereid.Int32(1)}, ""},
		{"other number", input{Size: nereid.Int32(1)}, thing{Size: nereid.Int32(2)}, "Size"},
		{"identifier in another case", input{ThingIdentifier: str("My-Thing")}, thing{ThingIdentifier: str("my-thing")}, ""},
		{"other identifier", input{ThingIdentifier: str("a")}, thing{ThingIdentifier: str("b")}, "ThingIdentifier"},
		{"renamed", input{Bucket: str("a")}, thing{S3Bucket: str("a")}, ""},
		{"renamed, other", input{Bucket: str("a")}, thing{S3Bucket: str("A")}, "Bucket"},
		{"requested, missing", input{Bucket: str("a")}, thing{}, "hidden Bucket"},
		{"requested, missing, and another member differs", input{Bucket: str("a"), Size: nereid.Int32(1)}, thing{Size: nereid.Int32(2)}, "Size"},
		{"zero requested, missing", input{Size: nereid.Int32(0)}, thing{}, ""},
		{"zero requested, one shown", input{Size: nereid.Int32(0)}, thing{Size: nereid.Int32(1)}, "Size"},
		{"shows only later", input{Zone: str("a")}, thing{}, ""},
		{"shows later, other value", input{Zone: str("a")}, thing{Zone: str("b")}, "Zone"},
		{"list in another order", input{Parts: []string{"a", "b"}}, thing{Parts: []string{"b", "a"}}, ""},
		{"list with more elements", input{Parts: []string{"a"}}, thing{Parts: []string{"a", "b"}}, "Parts"},
		{"tags with copied tags", input{Tags: []tag{{str("k"), str("v")}}}, thing{TagList: []tag{{str("x"), nil}, {str("k"), str("v")}}}, ""},
		{"other tag", input{Tags: []tag{{str("k"), str("v")}}}, thing{TagList: []tag{{str("k"), str("w")}}}, "Tags"},
		{"key by alias", input{KmsKeyId: str("alias/a")}, thing{KmsKeyId: str(key)}, ""},
		{"key by id", input{KmsKeyId: str("1")}, thing{KmsKeyId: str(key)}, ""},
		{"other key by id", input{KmsKeyId: str("2")}, thing{KmsKeyId: str(key)}, "KmsKeyId"},
		{"key of another name, by alias", input{PerformanceInsightsKMSKeyId: str("alias/a")}, thing{PerformanceInsightsKMSKeyId: str(key)}, ""},
		{"key of another name, by id", input{PerformanceInsightsKMSKeyId: str("1")}, thing{PerformanceInsightsKMSKeyId: str(key)}, ""},
		{"other key of another name", input{PerformanceInsightsKMSKeyId: str("2")}, thing{PerformanceInsightsKMSKeyId: str(key)}, "PerformanceInsightsKMSKeyId"},
		{"automated source by name", input{SourceArn: str("rds:prod-2026-11-27-06-10")}, thing{SourceArn: str("arn:aws:rds:us-east-1:1:cluster-snapshot:rds:prod-2026-11-27-06-10")}, ""},
		{"other automated source", input{SourceArn: str("rds:prod-2026-11-26-06-10")}, thing{SourceArn: str("arn:aws:rds:us-east-1:1:cluster-snapshot:rds:prod-2026-11-27-06-10")}, "SourceArn"},
		{"tag without a value", input{Tags: []tag{{str("k"), nil}}}, thing{TagList: []tag{{str("k"), str("")}}}, ""},
		{"tag without a value, shown with one", input{Tags: []tag{{str("k"), nil}}}, thing{TagList: []tag{{str("k"), str("v")}}}, "Tags"},
		{"the same element twice", input{Parts: []string{"a", "a"}}, thing{Parts: []string{"a", "b"}}, "Parts"},
		{"key by alias ARN", input{KmsKeyId: str("arn:aws:kms:eu-west-1:123456789012:alias/a")}, thing{KmsKeyId: str(key)}, ""},
		{"other key", input{KmsKeyId: str(key)}, thing{KmsKeyId: str(key + "2")}, "KmsKeyId"},
		{"source by name", input{SourceArn: str("S")}, thing{SourceArn: str("arn:aws:rds:eu-west-1:1:cluster-snapshot:s")}, ""},
		{"other source", input{SourceArn: str("arn:aws:rds:eu-west-1:1:cluster-snapshot:s")}, thing{SourceArn: str("arn:aws:rds:eu-west-2:1:cluster-snapshot:s")}, "SourceArn"},
		{"shorter version", input{EngineVersion: str("1.3")}, thing{EngineVersion: str("1.3.0.0")}, ""},
		{"other version", input{EngineVersion: str("1.3")}, thing{EngineVersion: str("1.30")}, "EngineVersion"},
		{"false, not shown", input{Encrypted: nereid.Bool(false)}, thing{}, ""},
		{"true, not shown", input{Encrypted: nereid.Bool(true)}, thing{}, "hidden Encrypted"},
		{"time in another zone", input{At: &now}, thing{At: nereid.Time(now.In(time.FixedZone("", 3600)))}, ""},
		{"other time", input{At: &now}, thing{At: nereid.Time(now.Add(time.Second))}, "At"},
		{"enum", input{Kind: "a"}, thing{Kind: "b"}, "Kind"},
		{"member that descriptions never show", input{Password: str("p"), Secret: str("a"), Region: str("r")}, thing{Secret: str("b"), Region: str("s")}, ""},
		{"shown in another form", input{Scaling: &scaling{nereid.Float64(1)}}, thing{Scaling: &shownScaling{nereid.Float64(2)}}, "Scaling"},
		{"shown in another form, same value", input{Scaling: &scaling{nereid.Float64(1)}}, thing{Scaling: &shownScaling{nereid.Float64(1)}}, ""},
	} {
		got, hidden := recovery.Differs(&test.in, &test.item)
		if got == "" && hidden != "" {
			got = "hidden " + hidden
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

type change struct {
	ThingIdentifier *string `recover:",aside"`
	Now             *bool   `recover:",aside"`
	NewIdentifier   *string `recover:"ThingIdentifier"`
	Size            *int32
	Encrypted       *bool
	Zone            *string
	Groups          []string
	Region          *string `query:"-"`
}

type changed struct {
	ThingIdentifier       *string
	Size                  *int32
	Encrypted             *bool
	Zone                  *string
	PendingModifiedValues *pending
}

type pending struct {
	ThingIdentifier *string
	Size            *int32
}

func TestShows(t *testing.T) {
	str, num, yes, no := nereid.String, nereid.Int32, nereid.Bool(true), nereid.Bool(false)
	old := changed{ThingIdentifier: str("old"), Size: num(1)}
	for _, test := range []struct {
		name            string
		in              change
		item            changed
		differs, hidden string
	}{
		{"nothing requested", change{ThingIdentifier: str("other"), Now: yes, Region: str("r")}, old, "", ""},
		{"new name", change{NewIdentifier: str("NEW")}, changed{ThingIdentifier: str("new")}, "", ""},
		{"old name", change{NewIdentifier: str("new")}, old, "NewIdentifier", ""},
		{"new name is pending", change{NewIdentifier: str("new")}, changed{ThingIdentifier: str("old"), PendingModifiedValues: &pending{ThingIdentifier: str("new")}}, "", ""},
		{"another name is pending", change{NewIdentifier: str("new")}, changed{ThingIdentifier: str("old"), PendingModifiedValues: &pending{ThingIdentifier: str("x")}}, "NewIdentifier", ""},
		{"the same, and another value is pending", change{Size: num(1)}, changed{Size: num(1), PendingModifiedValues: &pending{Size: num(2)}}, "", ""},
		{"other number", change{Size: num(2)}, old, "Size", ""},
		{"number not shown", change{Size: num(2)}, changed{}, "", "Size"},
		{"false requested, true shown", change{Encrypted: no}, changed{Encrypted: yes}, "Encrypted", ""},
		{"true requested, false shown", change{Encrypted: yes}, changed{Encrypted: no}, "Encrypted", ""},
		{"false requested, nothing shown", change{Encrypted: no}, old, "", ""},
		{"true requested, nothing shown", change{Encrypted: yes}, old, "", "Encrypted"},
		{"never shown", change{Groups: []string{"g"}, Size: num(1)}, old, "", "Groups"},
		{"never shown, and another member differs", change{Groups: []string{"g"}, Size: num(2)}, old, "Size", ""},
	} {
		differs, hidden := recovery.Shows(&test.in, &test.item)
		if test.differs != "" {
			hidden = "" // either order will do
		}
		if differs != test.differs || hidden != test.hidden {
			t.Errorf("%s: differs %q, hidden %q, want %q and %q", test.name, differs, hidden, test.differs, test.hidden)
		}
	}
}
