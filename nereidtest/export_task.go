package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An export is an export task. Tasks are never removed, as in AWS.
type export struct {
	resource
	task   rdstypes.ExportTask
	sizeGB int32 // size of the whole source
}

var exportKind = kind{
	filter:   "export-task-identifier",
	notFound: refusal{"ExportTaskNotFound", "The export task %s was not found."},
	exists:   refusal{"ExportTaskAlreadyExists", "The export task with the ID %s already exists."},
}

func (r *region) exports() *collection[*export] { return collectionOf[*export](r, &exportKind) }

// Statuses of export tasks.
const (
	exportStarting   = "STARTING"
	exportInProgress = "IN_PROGRESS"
	exportComplete   = "COMPLETE"
	exportFailed     = "FAILED"
	exportCanceling  = "CANCELING"
	exportCanceled   = "CANCELED"
)

func (e *export) active() bool {
	return oneOf(e.status, exportStarting, exportInProgress) || e.status == exportCanceling && !e.region.quirks.cancelingIsOver
}

func (e *export) shape() any { return e.region.describeExport(e) }

// describeExport updates a task's progress and returns the task. If a test set
// the task's status, no end is planned for the task, and its progress does not
// change.
func (r *region) describeExport(e *export) *rdstypes.ExportTask {
	if e.status == exportInProgress && !e.until.IsZero() {
		e.progress(e.percent())
	}
	t := e.task
	status := e.shown()
	t.Status = &status
	if t.S3Prefix == nil {
		t.S3Prefix = new(string) // unlike the reply of StartExportTask
	}
	return &t
}

// progress sets the percentage and the amount of exported data.
func (e *export) progress(percent int32) {
	gb := int32(int64(e.sizeGB) * int64(percent) / 100)
	e.task.PercentProgress, e.task.TotalExtractedDataInGB = &percent, &gb
}

// A startExportTaskInput is the input of [region.StartExportTask].
type startExportTaskInput struct {
	ExportTaskIdentifier *string `query:",required"`
	IamRoleArn           *string `query:",required"`
	KmsKeyId             *string `query:",required"`
	S3BucketName         *string `query:",required"`
	SourceArn            *string `query:",required"`
	ExportOnly           []string
	S3Prefix             *string
}

// StartExportTask exports a snapshot or a cluster to S3.
//
// Behavior:
//   - The source must be available and in this region.
//   - The number of running tasks is limited, separately for snapshots and
//     clusters.
//   - While AWS restores the source, the task's status is STARTING, and the
//     task has no TaskStartTime. After the restore, which takes longer than the
//     export itself, the status is IN_PROGRESS, and finally COMPLETE.
//   - The task of a cluster export has no SnapshotTime.
//   - An S3Prefix that ends with a slash is accepted, but the task fails later.
//   - If no S3Prefix was given, the reply does not contain S3Prefix, and in
//     Describe responses it is empty.
//
// The fake does not know whether the bucket, the role and the key exist. To
// simulate that one of them does not exist, tests inject a fault. The fake
// exports snapshots of every engine, although AWS does so only for some
// engines.
func (r *region) StartExportTask(in *startExportTaskInput) (*rdstypes.ExportTask, error) {
	id := *in.ExportTaskIdentifier
	name, taken, err := r.exports().claim("ExportTaskIdentifier", id, 60)
	if err != nil {
		return nil, err
	}
	e, err := r.exportOf(*in.SourceArn)
	if err != nil {
		return nil, err
	}
	prefix := deref(in.S3Prefix, "")
	switch {
	case !isBucketName(*in.S3BucketName):
		return nil, apiError("InvalidS3BucketFault", "The S3 bucket %s doesn't exist in this region or its name isn't valid.", shorten(*in.S3BucketName))
	case len(prefix) > 1024 || strings.HasPrefix(prefix, "/"):
		return nil, invalidValue("The parameter S3Prefix is not a valid prefix of object keys.")
	}
	if err := r.checkRole(*in.IamRoleArn); err != nil {
		return nil, err
	}
	key, err := r.checkKey(*in.KmsKeyId)
	if err != nil {
		return nil, err
	}
	for _, part := range in.ExportOnly {
		if !isExportPart(part) {
			return nil, apiError("InvalidExportOnly", "The ExportOnly value %s isn't valid: it must be database, database.schema, database.table or "+
				"database.schema.table.", shorten(part))
		}
	}
	limit := r.limits.SnapshotExports
	if e.task.SourceType == rdstypes.ExportSourceTypeCluster {
		limit = r.limits.ClusterExports
	}
	running := r.exports().count(func(other *export) bool {
		return other.active() && other.task.SourceType == e.task.SourceType
	})
	if reached(running, limit) {
		refused := apiError(r.limits.ExportLimitCode, "You have reached the limit of %d concurrent export tasks", limit)
		return nil, withStatus(refused, r.quirks.exportLimitStatus)
	}

	if taken != nil {
		return nil, taken
	}
	e.task.ExportTaskIdentifier = &id
	e.task.ExportOnly = in.ExportOnly
	e.task.IamRoleArn = in.IamRoleArn
	e.task.KmsKeyId = &key
	e.task.S3Bucket = in.S3BucketName
	e.task.S3Prefix = in.S3Prefix
	e.progress(0)
	e.name = name
	r.exports().add(e)
	r.runExport(e)

	out := r.describeExport(e)
	out.S3Prefix = in.S3Prefix
	return out, nil
}

// exportOf returns a new task for the given source, which must be available.
func (r *region) exportOf(source string) (*export, error) {
	a, ok := parseARN(source)
	if !ok || a.region != r.name {
		return nil, invalidValue("Invalid value for SourceArn: %s. It must be the ARN of a snapshot or cluster in this region.", shorten(source))
	}
	e := &export{resource: resource{region: r, kind: &exportKind}, task: rdstypes.ExportTask{SourceArn: &source, SourceType: rdstypes.ExportSourceTypeSnapshot}}
	var status, engine string
	var taken time.Time
	switch a.kind {
	case "cluster-snapshot":
		s, err := r.clusterSnapshots().find(source)
		if err != nil {
			return nil, err
		}
		status, engine, taken, e.sizeGB = s.status, *s.db.Engine, *s.db.SnapshotCreateTime, s.sizeGB
	case "cluster":
		c, err := r.clusters().find(source)
		if err != nil {
			return nil, err
		}
		status, engine, e.sizeGB = c.status, c.engine(), c.sizeGB
		e.task.SourceType = rdstypes.ExportSourceTypeCluster
	case "snapshot":
		s, err := r.dbSnapshots().find(source)
		if err != nil {
			return nil, apiError("DBSnapshotNotFound", "Could not find snapshot with name %s", shorten(a.name))
		}
		status, engine, taken, e.sizeGB = s.status, *s.db.Engine, *s.db.SnapshotCreateTime, s.sizeGB
	default:
		return nil, invalidValue("Invalid value for SourceArn: %s. It must be the ARN of a snapshot or cluster.", shorten(source))
	}
	if slices.Contains(r.quirks.noExports, engine) {
		return nil, invalidValue("Exports of the engine %s are not supported.", engine)
	}
	if status != "available" {
		return nil, apiError("InvalidExportSourceState", "The export source %s is in the state %s, in which it can't be exported.", source, status)
	}
	if !taken.IsZero() {
		e.task.SnapshotTime = &taken
	}
	return e, nil
}

// isExportPart reports whether s is database, database.schema, database.table or
// database.schema.table.
func isExportPart(s string) bool {
	parts := strings.Split(s, ".")
	for _, part := range parts {
		if part == "" || strings.ContainsAny(part, "/* \t\r\n") {
			return false
		}
	}
	return len(parts) <= 3
}

// runExport starts a task and plans its changes of status.
func (r *region) runExport(e *export) {
	e.enterFor(exportStarting, r.timings.ExportStart, func() {
		began := r.now
		e.task.TaskStartTime = &began
		// Users of AWS report that a prefix that ends with a slash is accepted,
		// and that the task fails when it starts to write.
		if strings.HasSuffix(deref(e.task.S3Prefix, ""), "/") {
			r.failExport(e, "The S3 prefix must not end with a slash (/).")
			return
		}
		e.enterFor(exportInProgress, r.timings.ExportRun, func() {
			e.progress(100)
			r.endExport(e, exportComplete)
		})
	})
}

func (r *region) failExport(e *export, cause string) {
	e.task.FailureCause = &cause
	r.endExport(e, exportFailed)
}

func (r *region) endExport(e *export, status string) {
	ended := r.now
	e.task.TaskEndTime = &ended
	e.enter(status)
	r.noteExport(e)
}

// A cancelExportTaskInput is the input of [region.CancelExportTask].
type cancelExportTaskInput struct {
	ExportTaskIdentifier *string `query:",required"`
}

// CancelExportTask cancels an export.
//
// Behavior:
//   - The task's status must be STARTING or IN_PROGRESS.
//   - The task's status is CANCELING at first, then CANCELED. If it was
//     STARTING before the request, the task then has a TaskEndTime but no
//     TaskStartTime.
func (r *region) CancelExportTask(in *cancelExportTaskInput) (*rdstypes.ExportTask, error) {
	e, err := r.exports().find(*in.ExportTaskIdentifier)
	if err != nil {
		return nil, err
	}
	if !oneOf(e.status, exportStarting, exportInProgress) {
		return nil, apiError("InvalidExportTaskStateFault", "The export task %s is in the state %s and can't be canceled.", *e.task.ExportTaskIdentifier, e.status)
	}
	r.describeExport(e) // updates the progress, which then stays as it is
	e.enterFor(exportCanceling, r.timings.ExportCancel, func() { r.endExport(e, exportCanceled) })

	return r.describeExport(e), nil
}

type describeExportTasksOutput struct {
	Marker      *string
	ExportTasks []rdstypes.ExportTask `query:",item=ExportTask"`
}

// A describeExportTasksInput is the input of [region.DescribeExportTasks].
type describeExportTasksInput struct {
	Filters                                             []filter `query:",item=Filter"`
	ExportTaskIdentifier, Marker, SourceArn, SourceType *string
	MaxRecords                                          *int32
}

// DescribeExportTasks lists all export tasks, including those that have ended.
//
// Behavior:
//   - Values of the status filter are in lower case, although replies have
//     statuses in upper case.
//   - An unknown task identifier is rejected (but see
//     [WithUnknownExportTaskEmpty]).
func (r *region) DescribeExportTasks(in *describeExportTasksInput) (*describeExportTasksOutput, error) {
	if t := in.SourceType; t != nil && !slices.Contains(rdstypes.ExportSourceType("").Values(), rdstypes.ExportSourceType(*t)) {
		return nil, invalidValue("Invalid value for SourceType: %s. Valid values are SNAPSHOT and CLUSTER.", shorten(*t))
	}
	if err := checkFilterValues(in.Filters, "status", func(v string) bool {
		return oneOf(v, "starting", "in_progress", "complete", "failed", "canceling", "canceled")
	}); err != nil {
		return nil, err
	}
	keep := func(e *export) bool {
		return (in.SourceArn == nil || *in.SourceArn == *e.task.SourceArn) &&
			(in.SourceType == nil || *in.SourceType == string(e.task.SourceType))
	}
	if id := in.ExportTaskIdentifier; id != nil && r.quirks.unknownExportEmpty && r.exports().get(strings.ToLower(*id)) == nil {
		in.ExportTaskIdentifier, keep = nil, func(*export) bool { return false }
	}
	page, marker, err := r.exports().page(query{in.Filters, in.Marker, in.MaxRecords}, in.ExportTaskIdentifier, keep, filters[*export]{
		"export-task-identifier": func(e *export) []string { return []string{*e.task.ExportTaskIdentifier} },
		"s3-bucket":              func(e *export) []string { return []string{*e.task.S3Bucket} },
		"source-arn":             func(e *export) []string { return []string{*e.task.SourceArn} },
		"status":                 func(e *export) []string { return []string{strings.ToLower(e.seenStatus())} },
	})
	if err != nil {
		return nil, err
	}
	return &describeExportTasksOutput{marker, each(page, r.describeExport)}, nil
}
