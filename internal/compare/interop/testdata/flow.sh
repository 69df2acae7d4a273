# What the lives in the AWS CLI have in common. $fast is the endpoint of a fake that is
# done with everything at once, $slow that of one at the pace of AWS.
east=us-east-1 west=us-west-2
account=123456789012

# on REGION COMMAND... asks the fast one, demo COMMAND... the slow one.
on() { aws --endpoint-url "$fast" --region "$1" --output text "${@:2}"; }
demo() { aws --endpoint-url "$slow" --region "$east" --output text "$@"; }

ok() { echo "ok $*"; }

# is WANT COMMAND... checks what a command prints.
is() {
	local want=$1 got
	shift
	got=$("$@" | tr '\t' ' ')
	if [[ $got != "$want" ]]; then
		echo "$* prints: $got; want: $want"
		exit 1
	fi
}

# becomes WANT COMMAND... repeats it until it prints that.
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

# fails CODE COMMAND... checks with which error a command ends.
fails() {
	local code=$1 got
	shift
	if got=$("$@" 2>&1) || [[ $got != *"($code)"* ]]; then
		echo "$* prints: $got; want: $code"
		exit 1
	fi
}

arn() { echo "arn:aws:rds:$1:$account:$2:$3"; }
