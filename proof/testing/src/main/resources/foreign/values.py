"""Prints all values of some topics, as seen by a client that shares no code with ours: librdkafka and Avro for Python.

Arguments: bootstrap servers, registry URL, topics. Each line is a topic, a tab, and the value in JSON.
"""
import json
import sys

from confluent_kafka import Consumer, KafkaError, TopicPartition
from confluent_kafka.avro import CachedSchemaRegistryClient, MessageSerializer

bootstrap_servers, registry_url, topics = sys.argv[1], sys.argv[2], sys.argv[3:]
# Not AvroConsumer: it takes keys for Avro too, and ours are plain strings.
values = MessageSerializer(CachedSchemaRegistryClient({"url": registry_url}))
consumer = Consumer({
    "bootstrap.servers": bootstrap_servers,
    "group.id": "foreign",
    "enable.auto.commit": False,
    "enable.partition.eof": True,
})
partitions = [
    TopicPartition(topic, partition, 0)
    for topic in topics
    for partition in consumer.list_topics(topic, timeout=10).topics[topic].partitions
]
consumer.assign(partitions)

unread = len(partitions)
while unread:
    message = consumer.poll(10)
    if message is None:
        sys.exit("no answer within 10 seconds")
    if message.error() is None:
        print(message.topic(), json.dumps(values.decode_message(message.value()), default=str), sep="\t")
    elif message.error().code() == KafkaError._PARTITION_EOF:
        unread -= 1
    else:
        sys.exit(str(message.error()))
consumer.close()
