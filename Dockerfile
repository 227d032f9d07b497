# One image for each of events-bus, refund-service, fiscalization-service, notifications-service and sandbox, the argument
# SERVICE. docker/build makes the jars, then the images.
ARG JAVA_IMAGE

FROM ${JAVA_IMAGE} AS layers
ARG SERVICE
WORKDIR /build
# Something else comes along, so that a jar that is not there can be told of in a sentence.
COPY docker/jvm.options ${SERVICE}/target/*-exec.jar ./
RUN set -- *-exec.jar \
 && { [ "$#" -eq 1 ] && [ -e "$1" ] || { echo "Expected one executable jar of ${SERVICE}, but found $*: docker/build makes them"; exit 1; }; } \
 && mv "$1" service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM ${JAVA_IMAGE}
# 1000 is a user of the base image. A volume that is mounted at /data for the first time has that user as its owner.
RUN groupadd --gid 10001 refundtool \
 && useradd --uid 10001 --gid refundtool --no-create-home --shell /usr/sbin/nologin refundtool \
 && install --directory --owner refundtool --group refundtool /data
WORKDIR /opt/refundtool
COPY docker/jvm.options docker/healthy ./
# What seldom changes comes first: libraries of others, then our own, then the service.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# For all but the simulators, which Spring does not end after the first half of their start.
ARG SERVICE
COPY docker/first-start ./
RUN [ "${SERVICE}" = sandbox ] || ./first-start
# Each file that is mounted there is a setting, by its name. RocksDB unpacks its library to a place where it may be run.
ENV SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    ROCKSDB_SHAREDLIB_DIR=/data
USER 10001:10001
WORKDIR /data
ENTRYPOINT ["java", "@/opt/refundtool/jvm.options", "-jar", "/opt/refundtool/service.jar"]
