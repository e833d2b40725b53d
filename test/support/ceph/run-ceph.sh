#!/bin/bash
# An S3 server for tests: Ceph with one monitor, one OSD in memory and its S3 gateway, on loopback.
#   run-ceph.sh <monitor port> <S3 port> <access key> <secret key>
# Prints "ready" when S3 answers, and runs until its standard input ends: when the test is done, or gone.
set -euo pipefail
monitor_port=$1 s3_port=$2 access_key=$3 secret_key=$4
dir=$(mktemp -d -t qms-verdict-ceph-XXXXXX)
mkdir -p "$dir"/{mon.a,osd.0,rgw,run}
cd "$dir"
fsid=$(cat /proc/sys/kernel/random/uuid)
classes=(/usr/lib/*/rados-classes) # must be an absolute path: without its classes the gateway fails with (95)

cat > ceph.conf <<CONF
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$monitor_port]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = $dir/keyring
log file = $dir/\$name.log
mon cluster log file = $dir/cluster.log
admin socket = $dir/run/\$name.asok
pid file = $dir/run/\$name.pid
run dir = $dir/run
mon data = $dir/mon.\$id
osd data = $dir/osd.\$id
rgw data = $dir/rgw
osd class dir = ${classes[0]}
osd objectstore = memstore
memstore device bytes = 1073741824
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
rgw override bucket index max shards = 1
rgw gc max objs = 1
rgw lc max objs = 1
rgw usage max shards = 1
rgw md log max shards = 1
rgw data log num shards = 1
rgw objexp hints num shards = 1
rgw reshard num logs = 1
rgw run sync thread = false
CONF
export CEPH_CONF=$dir/ceph.conf

daemons=()
stop() { # <exit status>
  trap - EXIT
  [ "$1" -eq 0 ] || tail -n 20 daemons.log >&2
  kill "${daemons[@]}" 2>/dev/null || true
  for _ in $(seq 20); do
    kill -0 "${daemons[@]}" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "${daemons[@]}" 2>/dev/null || true # the gateway may not end when asked
  wait 2>/dev/null || true
  rm -rf "$dir"
}
trap 'stop $?' EXIT
trap 'exit 1' TERM INT HUP
daemon() {
  "$@" < /dev/null > /dev/null 2>> daemons.log &
  daemons+=($!)
}
give_up() {
  echo "gave up waiting for: $*" >&2
  exit 1
}
until_true() { # <seconds> <command…>
  local end=$((SECONDS + $1))
  shift
  until "$@" > /dev/null 2>&1; do
    [ $SECONDS -lt $end ] || give_up "$@"
    sleep 0.2
  done
}
osd_is_up() { timeout 20 ceph osd stat | grep -q '1 up'; }
s3_answers() { (exec 3<> "/dev/tcp/127.0.0.1/$s3_port"); }

monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor_port]" monmap > /dev/null
ceph-authtool --create-keyring keyring --gen-key -n mon. --cap mon 'allow *' > /dev/null
ceph-authtool keyring --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' > /dev/null
ceph-mon --mkfs -i a --monmap monmap --keyring keyring
daemon ceph-mon -f -i a
until_true 30 timeout 10 ceph mon stat

osd=$(cat /proc/sys/kernel/random/uuid)
timeout 30 ceph osd new "$osd" > /dev/null
timeout 30 ceph auth get-or-create osd.0 mon 'allow *' osd 'allow *' mgr 'allow *' >> keyring
ceph-osd -i 0 --mkfs --osd-uuid "$osd" 2>> daemons.log
daemon ceph-osd -f -i 0
until_true 30 osd_is_up

timeout 30 ceph auth get-or-create client.rgw mon 'allow *' osd 'allow *' mgr 'allow *' >> keyring
daemon radosgw -f -n client.rgw --rgw_frontends="beast endpoint=127.0.0.1:$s3_port"
until_true 60 s3_answers
timeout 60 radosgw-admin user create --uid=tester --display-name=Tester \
  --access-key="$access_key" --secret-key="$secret_key" > /dev/null 2>> daemons.log

echo ready
cat > /dev/null # until the other end of standard input is closed
