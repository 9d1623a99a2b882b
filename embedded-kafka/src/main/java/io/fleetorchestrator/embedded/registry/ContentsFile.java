package io.fleetorchestrator.embedded.registry;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contents on disk, written atomically: after a power failure, the file has either the old or the new ones. */
final class ContentsFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    ContentsFile(Path directory) {
        this.file = directory.resolve("schemas.json");
    }

    Contents read() {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Contents.class) : Contents.EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schemas in " + file, e);
        }
    }

    void write(Contents contents) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling("schemas.json.new");
            try (var channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(contents));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the schemas to " + file, e);
        }
    }
}
