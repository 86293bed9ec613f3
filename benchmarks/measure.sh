#!/bin/sh
# Measures every bar of benchmarks/README.md, one after the other, and draws the picture: some 40 minutes on a quiet machine
# with 12 GB to spare, 25 with 9 seconds for each comparison. Build first. Run it from the root of the project; raw results go to benchmarks/results.
#
#   benchmarks/measure.sh [seconds for each comparison]
#
# JAVA is the JVM that measures (java), JAVA25 one of JDK 25, which is left out if it is not set.
set -u
java=${JAVA:-java}
seconds=${1:-20}
jar=benchmarks/target/benchmarks.jar
results=benchmarks/results
bench=io.doorward.benchmarks

paired() { # heap, arguments
    heap=$1
    shift
    echo "== paired $*"
    "$java" "-Xmx$heap" -cp "$jar:benchmarks/target/peers/*" $bench.paired.PairedBenchmark "$@" --seconds "$seconds"
}

heap_of() {
    case $1 in L) echo 8g ;; *) echo 4g ;; esac
}

for size in S M L; do
    for mode in overlap dependent; do
        for strings in fresh reused; do
            paired "$(heap_of $size)" check --size $size --mode $mode --strings $strings
        done
    done
done
if [ -n "${JAVA25:-}" ]; then
    kept=$java
    java=$JAVA25
    for size in S M L; do
        paired "$(heap_of $size)" check --size $size
    done
    java=$kept
fi
paired 4g check --size M --mode dependent --kind OWN_GRANT_OR_NOT \
    --contenders floor,handles,handles@TEAM_OR_NOT,handles@CLAIM_OR_NOT \
    --json $results/handles-m.json
paired 4g check --size T --kind OWN_GRANT --contenders ours,ours@NESTED,ours@TEAM,ours@CLAIM --json $results/teams-t.json
paired 4g check --size M --contenders two-maps,ours@FIRST_GRANT,ours@MIDDLE_GRANT,ours@LAST_GRANT --json $results/place-m.json
paired 4g check --size M --pool 8192 \
    --contenders ours,ours@UNKNOWN_TOKEN,ours@UNKNOWN_DEVICE,ours@OVER_LONG,ours@NON_LATIN_1 --json $results/unknown-m.json
paired 4g chosen
paired 4g lists --size M
paired 4g lists --size T
paired 4g beside --size M
for size in S M; do
    paired 4g check --size $size --pool 8192 \
        --contenders ours,jcasbin-cached,shiro,shiro-strings,spring-acl,cedar,jcasbin --json "$results/peers-$(echo $size | tr SM sm).json"
done

"$java" -Xmx8g -cp $jar $bench.change.ChangeBenchmark S M L T | tee $results/change.txt
for collector in G1 Z; do
    "$java" -Xmx6g -XX:+Use${collector}GC -cp $jar $bench.pause.PauseBenchmark M
done | tee $results/pause.txt
"$java" -Xmx8g -XX:+UseSerialGC -cp $jar $bench.memory.MemoryBenchmark S M L T | tee $results/memory.txt
"$java" -Xmx10g -XX:+UseSerialGC -cp $jar $bench.build.BuildBenchmark HALF_L L T | tee $results/build.txt
"$java" -cp $jar $bench.plot.Plot $results
