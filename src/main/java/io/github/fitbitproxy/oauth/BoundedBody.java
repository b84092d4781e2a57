package io.github.fitbitproxy.oauth;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body, and gives up on one that is too long. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> collected = BodySubscribers.ofByteArray();
    private long bytesLeft;
    private boolean ended;

    @Nullable
    private Subscription subscription;

    BoundedBody(long maxBytes) {
        this.bytesLeft = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return collected.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        collected.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (ended) {
            return;
        }
        bytesLeft -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytesLeft >= 0) {
            collected.onNext(buffers);
            return;
        }
        if (subscription != null) {
            subscription.cancel();
        }
        onError(new IOException("the body is too long"));
    }

    @Override
    public void onError(Throwable failure) {
        if (!ended) {
            ended = true;
            collected.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!ended) {
            ended = true;
            collected.onComplete();
        }
    }
}
