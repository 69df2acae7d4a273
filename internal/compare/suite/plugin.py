"""A plugin of pytest that runs moto's tests against the fake of package nereidtest.

It makes mock_aws do nothing, empties the fakes before each test, and writes what became
of each test to the file NEREID_RESULTS, a JSON object a line. Requests that contradict
the documentation of AWS in what a test is not about are completed, see complete.
"""

import functools
import json
import os
import urllib.request

import boto3
import botocore.client
import moto
import pytest


class Nothing:
    """Takes the place of mock_aws: a decorator and a context manager."""

    def __call__(self, target):
        return target

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def start(self, *_, **__):
        pass

    def stop(self):
        pass


def mock_aws(target=None, **_):
    return Nothing() if target is None else target


moto.mock_aws = mock_aws

# Making a client takes longer than most tests.
boto3.client = functools.lru_cache(maxsize=None)(boto3.client)


def complete(operation, given):
    """Return the arguments with what AWS documents as required, or without what it rejects.

    A new instance needs storage, a master user, a password of 8 characters and a name of
    letters and digits for its database. Storage below 20 GiB has to be magnetic. A subnet
    group needs two subnets, a deletion says what becomes of the data, and an export has a
    role and a key. ARNs have an account of 12 digits. A Multi-AZ DB cluster needs a class,
    and storage of 100 GiB with Provisioned IOPS, which are not for other clusters.
    """
    arguments = dict(given)
    alone = not given.get("DBClusterIdentifier") and not given.get("Engine", "").startswith(("aurora", "neptune"))
    if operation == "CreateDBInstance" and alone:
        arguments.setdefault("AllocatedStorage", 20)
        arguments.setdefault("MasterUsername", "owner")
        if arguments["AllocatedStorage"] < 20:
            arguments.setdefault("StorageType", "standard")
        if not given.get("ManageMasterUserPassword"):
            arguments.setdefault("MasterUserPassword", "long-enough")
        if len(arguments.get("MasterUserPassword", "long-enough")) < 8:
            arguments["MasterUserPassword"] *= 2
        if "DBName" in arguments:
            arguments["DBName"] = arguments["DBName"].replace("-", "")
            if arguments["Engine"].startswith("sqlserver"):
                del arguments["DBName"]
    if operation == "CreateDBCluster" and given.get("Engine") in ("mysql", "postgres"):
        arguments.setdefault("DBClusterInstanceClass", "db.m6gd.large")
        arguments.setdefault("StorageType", "io1")
        arguments.setdefault("Iops", 1000)
        arguments["AllocatedStorage"] = max(100, given.get("AllocatedStorage", 100))
    elif operation == "CreateDBCluster":
        for name in "DBClusterInstanceClass", "AllocatedStorage":
            arguments.pop(name, None)
    if operation == "CreateDBSubnetGroup" and len(given.get("SubnetIds", [])) == 1:
        arguments["SubnetIds"] = given["SubnetIds"] + ["subnet-0another"]
    if operation in ("DeleteDBInstance", "DeleteDBCluster"):
        arguments.setdefault("SkipFinalSnapshot", not given.get("FinalDBSnapshotIdentifier"))
    for name in "IamRoleArn", "KmsKeyId", "ResourceName":
        if name in arguments:
            arn = arguments[name].replace(":iam:::", ":iam::123456789012:").replace(":kms:::", ":kms:us-west-2:123456789012:")
            arguments[name] = arn.replace(":1234567890:", ":123456789012:")
    if operation == "StartExportTask":
        arguments["IamRoleArn"] = arguments["IamRoleArn"] or "arn:aws:iam::123456789012:role/export"
        arguments["KmsKeyId"] = arguments["KmsKeyId"] or "alias/export"
    return arguments


# The operations that were refused as unknown, of the test that runs.
absent = []
call = botocore.client.BaseClient._make_api_call


@functools.wraps(call)
def recorded(self, operation, arguments):
    if "NEREID_AS_IS" not in os.environ:
        arguments = complete(operation, arguments)
    try:
        return call(self, operation, arguments)
    except botocore.client.ClientError as e:
        if e.response["Error"]["Code"] == "InvalidAction" and operation not in absent:
            absent.append(operation)
        raise


botocore.client.BaseClient._make_api_call = recorded


def post(url):
    urllib.request.urlopen(urllib.request.Request(url, method="POST")).close()


last = None  # the class of the last test; one that has a setup of its own keeps what that made


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    global last
    absent.clear()
    shared, last = hasattr(item.cls, "setup_class") and item.cls is last, item.cls
    if shared:
        return
    post(os.environ["NEREID_FAKE"] + "/reset")
    post(os.environ["NEREID_OTHERS"] + "/moto-api/reset")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.when != "call" and report.passed:
        return
    reason = ""
    if call.excinfo is not None:
        reason = " ".join(str(call.excinfo.value).split())[:300]
        lines = [t.lineno + 1 for t in call.excinfo.traceback if str(t.path) == str(item.path)]
        if lines:
            reason = "line %d: %s" % (lines[-1], reason)
    with open(os.environ["NEREID_RESULTS"], "a") as f:
        json.dump({"test": item.nodeid, "outcome": report.outcome, "reason": reason, "absent": absent}, f)
        f.write("\n")
