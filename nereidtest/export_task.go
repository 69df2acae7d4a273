package nereidtest

import (
	"strings"
	"time"

	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An export is an export task. Tasks are never forgotten, as with AWS.
type export struct {
	lifecycle
	task   rdstypes.ExportTask
	sizeGB int32 // of the whole source
}

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
	return oneOf(e.status, exportStarting, exportInProgress, exportCanceling)
}

// describeExport brings the progress up to date. That of a task without a plan,
// which was put into its status by hand, stays.
func (r *region) describeExport(e *export) rdstypes.ExportTask {
	if e.status == exportInProgress && !e.until.IsZero() {
		e.record(r.percent(&e.lifecycle))
	}
	t := e.task
	status := r.shown(&e.lifecycle)
	t.Status = &status
	return t
}

// record notes how far the export has got.
func (e *export) record(percent int32) {
	gb := int32(int64(e.sizeGB) * int64(percent) / 100)
	e.task.PercentProgress, e.task.TotalExtractedDataInGB = &percent, &gb
}

// startExportTask starts with STARTING, in which AWS restores the source and
// which is the longer part. Whether bucket, role and key exist the fake does not
// know: inject a fault where one is to be missing. It exports snapshots of every
// engine; AWS only those of some.
func (r *region) startExportTask(in *rds.StartExportTaskInput) (*rds.StartExportTaskOutput, error) {
	id := *in.ExportTaskIdentifier
	if _, err := newName("ExportTaskIdentifier", id, 60); err != nil {
		return nil, err
	}
	var taken error
	if r.exports[strings.ToLower(id)] != nil {
		taken = &rdstypes.ExportTaskAlreadyExistsFault{Message: message("The export task %s already exists.", id)}
	}
	if err := r.early(taken); err != nil {
		return nil, err
	}
	e, err := r.exportOf(*in.SourceArn)
	if err != nil {
		return nil, err
	}
	prefix := deref(in.S3Prefix, "")
	switch {
	case !isBucketName(*in.S3BucketName):
		return nil, &rdstypes.InvalidS3BucketFault{Message: message(
			"The S3 bucket %s doesn't exist in this region or its name isn't valid.", shorten(*in.S3BucketName))}
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
			return nil, &rdstypes.InvalidExportOnlyFault{Message: message(
				"The ExportOnly value %s isn't valid: it must be database, database.schema, database.table or "+
					"database.schema.table.", shorten(part))}
		}
	}
	running, limit := 0, r.limits.SnapshotExports
	if e.task.SourceType == rdstypes.ExportSourceTypeCluster {
		limit = r.limits.ClusterExports
	}
	for _, other := range r.exports {
		if other.active() && other.task.SourceType == e.task.SourceType {
			running++
		}
	}
	if reached(running, limit) {
		return nil, commonError(r.limits.ExportLimitCode, "You have reached the limit of %d concurrent export tasks.", limit)
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
	e.record(0)
	r.exports[strings.ToLower(id)] = e
	r.runExport(e)

	t := r.describeExport(e)
	return &rds.StartExportTaskOutput{
		ExportOnly: t.ExportOnly, ExportTaskIdentifier: t.ExportTaskIdentifier, FailureCause: t.FailureCause,
		IamRoleArn: t.IamRoleArn, KmsKeyId: t.KmsKeyId, PercentProgress: t.PercentProgress, S3Bucket: t.S3Bucket,
		S3Prefix: t.S3Prefix, SnapshotTime: t.SnapshotTime, SourceArn: t.SourceArn, SourceType: t.SourceType,
		Status: t.Status, TaskEndTime: t.TaskEndTime, TaskStartTime: t.TaskStartTime,
		TotalExtractedDataInGB: t.TotalExtractedDataInGB, WarningMessage: t.WarningMessage,
	}, nil
}

// exportOf makes the task for a source, which has to be available.
func (r *region) exportOf(source string) (*export, error) {
	a, ok := parseARN(source)
	if !ok || a.region != r.name {
		return nil, invalidValue("Invalid value for SourceArn: %s. It must be the ARN of a snapshot or cluster in this region.", shorten(source))
	}
	e := &export{task: rdstypes.ExportTask{SourceArn: &source, SourceType: rdstypes.ExportSourceTypeSnapshot}}
	var status string
	var taken time.Time
	switch a.kind {
	case "cluster-snapshot":
		s, err := r.snapshot(source)
		if err != nil {
			return nil, err
		}
		status, taken, e.sizeGB = s.status, *s.db.SnapshotCreateTime, s.sizeGB
	case "cluster":
		c, err := r.cluster(source)
		if err != nil {
			return nil, err
		}
		status, taken, e.sizeGB = c.status, r.now, c.sizeGB
		e.task.SourceType = rdstypes.ExportSourceTypeCluster
	case "snapshot":
		s, err := r.dbSnapshot(source)
		if err != nil {
			return nil, err
		}
		status, taken, e.sizeGB = s.status, *s.db.SnapshotCreateTime, s.sizeGB
	default:
		return nil, invalidValue("Invalid value for SourceArn: %s. It must be the ARN of a snapshot or cluster.", shorten(source))
	}
	if status != "available" {
		return nil, &rdstypes.InvalidExportSourceStateFault{Message: message(
			"The export source %s is in the state %s, in which it can't be exported.", source, status)}
	}
	e.task.SnapshotTime = &taken
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

// runExport takes a task through its states.
func (r *region) runExport(e *export) {
	r.enterFor(&e.lifecycle, exportStarting, r.timings.ExportStart, func() {
		began := r.now
		e.task.TaskStartTime = &began
		// What users of AWS found out: with a slash at the end the task is
		// accepted, and fails when it comes to write.
		if strings.HasSuffix(deref(e.task.S3Prefix, ""), "/") {
			r.failExport(e, "The S3 prefix must not end with a slash (/).")
			return
		}
		r.enterFor(&e.lifecycle, exportInProgress, r.timings.ExportRun, func() {
			e.record(100)
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
	r.enter(&e.lifecycle, status)
	r.noteExport(e)
}

func (r *region) cancelExportTask(in *rds.CancelExportTaskInput) (*rds.CancelExportTaskOutput, error) {
	e := r.exports[strings.ToLower(*in.ExportTaskIdentifier)]
	if e == nil {
		return nil, exportNotFound(*in.ExportTaskIdentifier)
	}
	if !oneOf(e.status, exportStarting, exportInProgress) {
		return nil, &rdstypes.InvalidExportTaskStateFault{Message: message(
			"The export task %s is in the state %s and can't be canceled.", *e.task.ExportTaskIdentifier, e.status)}
	}
	r.describeExport(e) // keeps the progress made
	r.enterFor(&e.lifecycle, exportCanceling, r.timings.ExportCancel, func() { r.endExport(e, exportCanceled) })

	t := r.describeExport(e)
	return &rds.CancelExportTaskOutput{
		ExportOnly: t.ExportOnly, ExportTaskIdentifier: t.ExportTaskIdentifier, FailureCause: t.FailureCause,
		IamRoleArn: t.IamRoleArn, KmsKeyId: t.KmsKeyId, PercentProgress: t.PercentProgress, S3Bucket: t.S3Bucket,
		S3Prefix: t.S3Prefix, SnapshotTime: t.SnapshotTime, SourceArn: t.SourceArn, SourceType: t.SourceType,
		Status: t.Status, TaskEndTime: t.TaskEndTime, TaskStartTime: t.TaskStartTime,
		TotalExtractedDataInGB: t.TotalExtractedDataInGB, WarningMessage: t.WarningMessage,
	}, nil
}

func exportNotFound(id string) error {
	return &rdstypes.ExportTaskNotFoundFault{Message: message("The export task %s was not found.", shorten(id))}
}

// describeExportTasks wants the values of the filter status in lower case,
// although the answer has them in upper case.
func (r *region) describeExportTasks(in *rds.DescribeExportTasksInput) (*rds.DescribeExportTasksOutput, error) {
	if t := in.SourceType; t != "" && t != rdstypes.ExportSourceTypeSnapshot && t != rdstypes.ExportSourceTypeCluster {
		return nil, invalidValue("Invalid value for SourceType: %s. Valid values are SNAPSHOT and CLUSTER.", shorten(string(t)))
	}
	if err := checkFilterValues(in.Filters, "status", func(v string) bool {
		return oneOf(v, "starting", "in_progress", "complete", "failed", "canceling", "canceled")
	}); err != nil {
		return nil, err
	}
	var found []*export
	for _, e := range sorted(r.exports) {
		if (in.ExportTaskIdentifier == nil || strings.EqualFold(*in.ExportTaskIdentifier, *e.task.ExportTaskIdentifier)) &&
			(in.SourceArn == nil || *in.SourceArn == *e.task.SourceArn) &&
			(in.SourceType == "" || in.SourceType == e.task.SourceType) {
			found = append(found, e)
		}
	}
	if id := in.ExportTaskIdentifier; id != nil && r.exports[strings.ToLower(*id)] == nil && !r.quirks.unknownExportEmpty {
		return nil, exportNotFound(*id)
	}
	page, marker, err := list(query{r, in.Filters, in.Marker, in.MaxRecords}, found, (*export).key, func(name string) property[*export] {
		switch name {
		case "export-task-identifier":
			return func(e *export) []string { return []string{*e.task.ExportTaskIdentifier} }
		case "s3-bucket":
			return func(e *export) []string { return []string{*e.task.S3Bucket} }
		case "source-arn":
			return func(e *export) []string { return []string{*e.task.SourceArn} }
		case "status":
			return func(e *export) []string { return []string{strings.ToLower(r.shown(&e.lifecycle))} }
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := &rds.DescribeExportTasksOutput{Marker: marker, ExportTasks: make([]rdstypes.ExportTask, len(page))}
	for i, e := range page {
		out.ExportTasks[i] = r.describeExport(e)
	}
	return out, nil
}

func (e *export) key() string { return strings.ToLower(*e.task.ExportTaskIdentifier) }
