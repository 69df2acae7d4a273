"""The functions that the lifecycles with boto3 share. The first argument of each
program is the URL of the fake. Its state clock advances by half a minute before each
request, so that no waiter has to pause.
"""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

URL = sys.argv[1]
EAST, WEST, EU = "us-east-1", "us-west-2", "eu-west-1"
NO_PAUSE = {"Delay": 0, "MaxAttempts": 100}
ACCOUNT = "123456789012"


def client(service, region, url=URL, **settings):
    return boto3.client(service, region_name=region, endpoint_url=url, config=Config(retries={"max_attempts": 3}), **settings)


def step(text):
    print("ok", text, flush=True)


def same(got, want):
    assert got == want, f"got {got!r}, want {want!r}"


def arn(region, kind, name):
    return f"arn:aws:rds:{region}:{ACCOUNT}:{kind}:{name}"


def fails(code, status, call, **params):
    try:
        answer = call(**params)
    except ClientError as e:
        same(e.response["Error"]["Code"], code)
        same(e.response["ResponseMetadata"]["HTTPStatusCode"], status)
        assert e.response["Error"]["Message"], "no message"
        assert e.response["ResponseMetadata"]["RequestId"], "no request id"
        return e
    raise AssertionError(f"no {code}, but {answer}")


def wait(api, waiter, **params):
    api.get_waiter(waiter).wait(WaiterConfig=NO_PAUSE, **params)


def poll(what, look, want):
    """Calls look until it returns the wanted value, and returns all values that it saw."""
    seen = []
    for _ in range(100):
        if (got := look()) not in seen[-1:]:
            seen.append(got)
        if got == want:
            return seen
    raise AssertionError(f"{what}: {seen}")
