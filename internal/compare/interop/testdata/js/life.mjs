// Goes through the lifecycles of clusters, snapshots, global databases and exports with
// the AWS SDK for JavaScript, version 3, and checks each reply.
//
//	node life.mjs MODULES URL LATE_URL
//
// MODULES is the folder with node_modules. At URL the state clock advances by half a
// minute before each request, so that no waiter has to pause. The clock of LATE_URL is
// an hour ahead.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, URL, LATE_URL] = process.argv.slice(2);
const require = createRequire(resolve(modules) + "/");
const RDS = require("@aws-sdk/client-rds");
const Neptune = require("@aws-sdk/client-neptune");

const EAST = "us-east-1", WEST = "us-west-2", ACCOUNT = "123456789012";
const ENOUGH = 100; // more polls than anything takes here

const settings = {
  endpoint: URL, maxAttempts: 3,
  credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY },
};
const rds = (region, more) => new RDS.RDS({ ...settings, region, ...more });
const neptune = (region, more) => new Neptune.Neptune({ ...settings, region, ...more });
const [rdsEast, rdsWest] = [rds(EAST), rds(WEST)];
const [east, west] = [neptune(EAST), neptune(WEST)];

const step = (text) => console.log("ok", text);
const arn = (region, kind, name) => `arn:aws:rds:${region}:${ACCOUNT}:${kind}:${name}`;
const role = `arn:aws:iam::${ACCOUNT}:role/export`;

// fails makes a call that has to fail with the named error.
async function fails(name, status, call) {
  try {
    await call();
  } catch (e) {
    assert.deepEqual([e.name, e.$metadata?.httpStatusCode], [name, status], String(e));
    assert.ok(e.message && e.$metadata.requestId, "no message or no request id");
    return e;
  }
  assert.fail(`no ${name}`);
}

// poll calls look until it returns the wanted value, and returns all values that it saw.
async function poll(look, want) {
  const seen = [];
  for (let i = 0; i < ENOUGH; i++) {
    const got = await look();
    if (seen.at(-1) !== got) seen.push(got);
    if (got === want) return seen;
  }
  assert.fail(`saw ${seen}, and not ${want}`);
}

const quick = (client) => ({ client, maxWaitTime: 600, minDelay: 0.001, maxDelay: 0.002 });
const only = (list) => (assert.equal(list.length, 1), list[0]);
const cluster = async (api, id) => only((await api.describeDBClusters({ DBClusterIdentifier: id })).DBClusters);
const snapshot = async (api, id) =>
  only((await api.describeDBClusterSnapshots({ DBClusterSnapshotIdentifier: id })).DBClusterSnapshots);
const tags = async (api, name) =>
  Object.fromEntries((await api.listTagsForResource({ ResourceName: name })).TagList.map((t) => [t.Key, t.Value]));

async function clusterLife() {
  const create = {
    DBClusterIdentifier: "Graph", Engine: "neptune", StorageEncrypted: true, KmsKeyId: "alias/graph",
    CopyTagsToSnapshot: true, Tags: [{ Key: "env", Value: "dev + test @ home" }],
  };
  const made = (await east.createDBCluster(create)).DBCluster;
  assert.deepEqual([made.DBClusterIdentifier, made.Status], ["graph", "creating"]);
  await fails("DBClusterAlreadyExistsFault", 400, () => east.createDBCluster(create));
  await RDS.waitUntilDBClusterAvailable(quick(rdsEast), { DBClusterIdentifier: "graph" });
  await east.createDBInstance({
    DBInstanceIdentifier: "graph-1", DBInstanceClass: "db.r6g.large", Engine: "neptune", DBClusterIdentifier: "graph",
  });
  await Neptune.waitUntilDBInstanceAvailable(quick(east), { DBInstanceIdentifier: "graph-1" });
  const member = only((await cluster(east, "graph")).DBClusterMembers);
  assert.deepEqual([member.DBInstanceIdentifier, member.IsClusterWriter], ["graph-1", true]);
  step("create a cluster with an instance");

  await east.addTagsToResource({ ResourceName: made.DBClusterArn, Tags: [{ Key: "team", Value: "søk" }] });
  await east.removeTagsFromResource({ ResourceName: made.DBClusterArn, TagKeys: ["env"] });
  assert.deepEqual(await tags(east, made.DBClusterArn), { team: "søk" });
  step("tag");

  await east.stopDBCluster({ DBClusterIdentifier: "graph" });
  await poll(async () => (await cluster(east, "graph")).Status, "stopped");
  assert.ok((await cluster(east, "graph")).AutomaticRestartTime instanceof Date);
  await east.startDBCluster({ DBClusterIdentifier: "graph" });
  await RDS.waitUntilDBClusterAvailable(quick(rdsEast), { DBClusterIdentifier: "graph" });
  step("stop and start");

  await east.createDBClusterSnapshot({ DBClusterIdentifier: "graph", DBClusterSnapshotIdentifier: "graph-now" });
  await RDS.waitUntilDBClusterSnapshotAvailable(quick(rdsEast), { DBClusterSnapshotIdentifier: "graph-now" });
  assert.deepEqual(await tags(east, arn(EAST, "cluster-snapshot", "graph-now")), { team: "søk" });
  step("take a snapshot");
}

// copies copies from another region. The SDK derives the source region from the ARN,
// and adds the port of the endpoint to the URL that it presigns.
async function copies() {
  const source = arn(EAST, "cluster-snapshot", "graph-now");
  for (const [api, name] of [[west, "from-neptune"], [rdsWest, "from-rds"]]) {
    const made = (await api.copyDBClusterSnapshot({
      SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: name, KmsKeyId: "alias/west", CopyTags: true,
    })).DBClusterSnapshot;
    assert.equal(made.SourceDBClusterSnapshotArn, source);
    await RDS.waitUntilDBClusterSnapshotAvailable(quick(rdsWest), { DBClusterSnapshotIdentifier: name });
    assert.deepEqual(await tags(west, arn(WEST, "cluster-snapshot", name)), { team: "søk" });
  }
  await rdsEast.createDBSnapshot({ DBInstanceIdentifier: "shop", DBSnapshotIdentifier: "shop-now" });
  await RDS.waitUntilDBSnapshotAvailable(quick(rdsEast), { DBSnapshotIdentifier: "shop-now" });
  await rdsWest.copyDBSnapshot({
    SourceDBSnapshotIdentifier: arn(EAST, "snapshot", "shop-now"), TargetDBSnapshotIdentifier: "shop-west", KmsKeyId: "alias/west",
  });
  await RDS.waitUntilDBSnapshotAvailable(quick(rdsWest), { DBSnapshotIdentifier: "shop-west" });
  step("copy to another region");

  await fails("KMSKeyNotAccessibleFault", 400, () => rdsWest.copyDBClusterSnapshot({
    SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: "never",
    KmsKeyId: `arn:aws:kms:${EAST}:${ACCOUNT}:key/1`,
  }));
  const url = "https://rds.us-east-1.amazonaws.com/?Action=CopyDBClusterSnapshot";
  await fails("InvalidParameterValue", 400, () => rdsWest.copyDBClusterSnapshot({
    SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: "never", KmsKeyId: "alias/west", PreSignedUrl: url,
  }));
  step("refuse bad copies");
}

async function globalDatabase() {
  const [first, second] = [arn(EAST, "cluster", "graph"), arn(WEST, "cluster", "graph-west")];
  const id = { GlobalClusterIdentifier: "world" };
  const look = async () => only((await east.describeGlobalClusters(id)).GlobalClusters);
  const shape = async () => {
    const g = await look();
    const writer = g.GlobalClusterMembers.find((m) => m.IsWriter)?.DBClusterArn;
    return `${g.Status} ${g.GlobalClusterMembers.length} ${writer}`;
  };
  await east.createGlobalCluster({ ...id, SourceDBClusterIdentifier: first });
  await poll(shape, `available 1 ${first}`);
  await west.createDBCluster({
    DBClusterIdentifier: "graph-west", Engine: "neptune", ...id, StorageEncrypted: true, KmsKeyId: "alias/west",
  });
  await RDS.waitUntilDBClusterAvailable(quick(rdsWest), { DBClusterIdentifier: "graph-west" });
  await poll(shape, `available 2 ${first}`);
  step("make a global database of two regions");

  await east.failoverGlobalCluster({ ...id, TargetDbClusterIdentifier: second, AllowDataLoss: true });
  await poll(shape, `available 2 ${second}`);
  await west.switchoverGlobalCluster({ ...id, TargetDbClusterIdentifier: first });
  await poll(shape, `available 2 ${first}`);
  step("fail over and switch over");

  await fails("InvalidGlobalClusterStateFault", 400, () => east.deleteGlobalCluster(id));
  await east.removeFromGlobalCluster({ ...id, DbClusterIdentifier: second });
  await poll(shape, `available 1 ${first}`);
  await east.removeFromGlobalCluster({ ...id, DbClusterIdentifier: first });
  await poll(shape, "available 0 undefined");
  await east.deleteGlobalCluster(id);
  await poll(async () => (await east.describeGlobalClusters({})).GlobalClusters.length, 0);
  await fails("GlobalClusterNotFoundFault", 404, () => east.describeGlobalClusters(id));
  step("take it apart");
}

async function clusterDeath() {
  await fails("InvalidDBClusterStateFault", 400, () =>
    east.deleteDBCluster({ DBClusterIdentifier: "graph", SkipFinalSnapshot: true }));
  await east.deleteDBInstance({ DBInstanceIdentifier: "graph-1" });
  await Neptune.waitUntilDBInstanceDeleted(quick(east), { DBInstanceIdentifier: "graph-1" });
  await east.deleteDBCluster({ DBClusterIdentifier: "graph", FinalDBSnapshotIdentifier: "graph-final" });
  await RDS.waitUntilDBClusterDeleted(quick(rdsEast), { DBClusterIdentifier: "graph" });
  await fails("DBClusterNotFoundFault", 404, () => cluster(east, "graph"));
  assert.equal((await snapshot(east, "graph-final")).Status, "available");
  await east.deleteDBClusterSnapshot({ DBClusterSnapshotIdentifier: "graph-now" });
  await RDS.waitUntilDBClusterSnapshotDeleted(quick(rdsEast), { DBClusterSnapshotIdentifier: "graph-now" });
  step("delete, with a final snapshot");
}

async function exports() {
  const task = (ExportTaskIdentifier, more) => ({
    ExportTaskIdentifier, SourceArn: arn(EAST, "cluster-snapshot", "graph-final"), S3BucketName: "exports",
    IamRoleArn: role, KmsKeyId: "alias/exports", ...more,
  });
  const look = async (id) => only((await rdsEast.describeExportTasks({ ExportTaskIdentifier: id })).ExportTasks);
  const made = await rdsEast.startExportTask(task("Tonight", { ExportOnly: ["graph.public.a", "graph.public.b"] }));
  assert.deepEqual([made.Status, made.PercentProgress], ["STARTING", 0]);
  await fails("ExportTaskAlreadyExistsFault", 400, () => rdsEast.startExportTask(task("Tonight")));
  assert.deepEqual(await poll(async () => (await look("Tonight")).Status, "COMPLETE"), ["STARTING", "IN_PROGRESS", "COMPLETE"]);
  assert.ok((await look("Tonight")).TaskStartTime < (await look("Tonight")).TaskEndTime);
  await rdsEast.startExportTask(task("cancelled"));
  await rdsEast.cancelExportTask({ ExportTaskIdentifier: "cancelled" });
  await poll(async () => (await look("cancelled")).Status, "CANCELED");
  await fails("InvalidExportTaskStateFault", 400, () => rdsEast.cancelExportTask({ ExportTaskIdentifier: "cancelled" }));
  const filtered = await rdsEast.describeExportTasks({ Filters: [{ Name: "status", Values: ["canceled"] }] });
  assert.deepEqual(filtered.ExportTasks.map((e) => e.ExportTaskIdentifier), ["cancelled"]);
  step("export a snapshot");
}

// dbSnapshotLife creates an instance that belongs to no cluster, takes a snapshot of it,
// and copies, shares, exports and deletes the snapshot.
async function dbSnapshotLife() {
  const create = {
    DBInstanceIdentifier: "bills", DBInstanceClass: "db.m6i.large", Engine: "postgres", AllocatedStorage: 20,
    MasterUsername: "clerk", MasterUserPassword: "not-shown-again",
  };
  const made = (await rdsEast.createDBInstance(create)).DBInstance;
  assert.equal(made.DBInstanceStatus, "creating");
  assert.ok(!JSON.stringify(made).includes("not-shown-again"));
  await fails("DBInstanceAlreadyExistsFault", 400, () => rdsEast.createDBInstance(create));
  const one = { DBInstanceIdentifier: "bills" };
  await RDS.waitUntilDBInstanceAvailable(quick(rdsEast), one);

  const taken = (await rdsEast.createDBSnapshot({ ...one, DBSnapshotIdentifier: "bills-now" })).DBSnapshot;
  await RDS.waitUntilDBSnapshotAvailable(quick(rdsEast), { DBSnapshotIdentifier: "bills-now" });
  await rdsEast.copyDBSnapshot({ SourceDBSnapshotIdentifier: "bills-now", TargetDBSnapshotIdentifier: "bills-twin" });
  await RDS.waitUntilDBSnapshotAvailable(quick(rdsEast), { DBSnapshotIdentifier: "bills-twin" });
  const share = { DBSnapshotIdentifier: "bills-twin", AttributeName: "restore", ValuesToAdd: ["210987654321"] };
  const shared = (await rdsEast.modifyDBSnapshotAttribute(share)).DBSnapshotAttributesResult;
  assert.deepEqual(only(shared.DBSnapshotAttributes).AttributeValues, share.ValuesToAdd);

  await rdsEast.startExportTask({
    ExportTaskIdentifier: "bills-tonight", SourceArn: taken.DBSnapshotArn, S3BucketName: "exports", IamRoleArn: role, KmsKeyId: "alias/exports",
  });
  const look = async () => only((await rdsEast.describeExportTasks({ ExportTaskIdentifier: "bills-tonight" })).ExportTasks).Status;
  assert.deepEqual(await poll(look, "COMPLETE"), ["STARTING", "IN_PROGRESS", "COMPLETE"]);

  for (const DBSnapshotIdentifier of ["bills-now", "bills-twin"]) {
    await rdsEast.deleteDBSnapshot({ DBSnapshotIdentifier });
    await RDS.waitUntilDBSnapshotDeleted(quick(rdsEast), { DBSnapshotIdentifier });
  }
  await rdsEast.deleteDBInstance({ ...one, SkipFinalSnapshot: true });
  await RDS.waitUntilDBInstanceDeleted(quick(rdsEast), one);
  await fails("DBInstanceNotFoundFault", 404, () => rdsEast.describeDBInstances(one));
  step("a snapshot of an instance, from its creation to its export");
}

async function pages() {
  const sizes = [], names = new Set();
  for await (const page of RDS.paginateDescribeDBClusterSnapshots({ client: rds("eu-west-1"), pageSize: 50 }, {})) {
    sizes.push(page.DBClusterSnapshots.length);
    page.DBClusterSnapshots.forEach((s) => names.add(s.DBClusterSnapshotIdentifier));
  }
  assert.deepEqual([sizes, names.size], [[50, 50, 30], 130]);
  step("page through 130 snapshots");
}

async function signatures() {
  const wrong = { credentials: { accessKeyId: settings.credentials.accessKeyId, secretAccessKey: "wrong" } };
  const e = await fails("SignatureDoesNotMatch", 403, () => neptune(EAST, wrong).describeDBClusters({}));
  assert.match(e.message, /does not match/);
  const other = { credentials: { accessKeyId: "AKIDOTHER", secretAccessKey: "wrong" } };
  await fails("InvalidClientTokenId", 403, () => rds(EAST, other).describeDBClusters({}));
  // The clock is an hour off. The SDK learns the time from the reply and tries again.
  assert.deepEqual((await rds(EAST, { endpoint: LATE_URL }).describeDBClusters({})).DBClusters ?? [], []);
  step("refuse signatures, correct the clock");
}

await clusterLife();
await copies();
await globalDatabase();
await clusterDeath();
await exports();
await dbSnapshotLife();
await pages();
await signatures();
console.log("done");
