# The functions that the lifecycles with the AWS CLI share. $fast is the endpoint of a
# fake in which every change is over at once. $slow is one at the pace of AWS.
east=us-east-1 west=us-west-2
account=123456789012

# on REGION COMMAND... calls the fast fake. demo COMMAND... calls the slow one.
on() { aws --endpoint-url "$fast" --region "$1" --output text "${@:2}"; }
demo() { aws --endpoint-url "$slow" --region "$east" --output text "$@"; }

ok() { echo "ok $*"; }

# is WANT COMMAND... checks the output of a command.
is() {
	local want=$1 got
	shift
	got=$("$@" | tr '\t' ' ')
	if [[ $got != "$want" ]]; then
		echo "$* prints: $got; want: $want"
		exit 1
	fi
}

# becomes WANT COMMAND... repeats a command until it prints WANT.
becomes() {
	local want=$1 got=
	shift
	for _ in {1..20}; do
		got=$("$@" | tr '\t' ' ')
		if [[ $got == "$want" ]]; then return; fi
	done
	echo "$* still prints: $got; want: $want"
	exit 1
}

# fails CODE COMMAND... checks the error code of a command.
fails() {
	local code=$1 got
	shift
	if got=$("$@" 2>&1) || [[ $got != *"($code)"* ]]; then
		echo "$* prints: $got; want: $code"
		exit 1
	fi
}

arn() { echo "arn:aws:rds:$1:$account:$2:$3"; }
