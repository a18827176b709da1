# Shuts a program in: hides folders, gives up every right, and starts it.
# Arguments: STAGE UID OWN (hide FOLDER (keep PATH-IN-IT)*)* run PROGRAM...
set -eu
stage=$1 uid=$2 own=$3
shift 3
mount -n -t tmpfs -o "mode=700,uid=$uid,gid=$uid,size=32m,nr_inodes=10k" tmpfs "$own"
while [ "$1" = hide ]; do
  hidden=$2
  shift 2
  mount -n -t tmpfs -o mode=755,size=1m tmpfs "$stage"
  while [ "$1" = keep ]; do
    if [ -d "$hidden/$2" ]; then
      mkdir -p "$stage/$2"
    else
      mkdir -p "$(dirname "$stage/$2")"
      : > "$stage/$2"
    fi
    mount -n --bind "$hidden/$2" "$stage/$2"
    shift 2
  done
  mount -n -o remount,ro,mode=755,size=1m "$stage"
  mount -n --move "$stage" "$hidden"
done
shift
cd "$own"
exec env -i prlimit --nproc=256 --fsize=16777216 --cpu=900 --core=0 --nofile=256 -- \
  setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --inh-caps=-all \
  --bounding-set=-all --pdeathsig=KILL -- "$@"
