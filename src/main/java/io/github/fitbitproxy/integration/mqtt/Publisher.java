package io.github.fitbitproxy.integration.mqtt;

/** A connection to a broker that comes and goes. */
interface Publisher extends AutoCloseable {

    /**
     * Connects if we are not connected and the time for another try has come. Blocks for some seconds at most.
     *
     * @return which connection we have, another number each time; 0 if there is none
     */
    long connection();

    /**
     * Publishes a retained message. Blocks until it is sent.
     *
     * @throws LostException if it cannot be sent: the connection is no more
     */
    void publish(String topic, byte[] payload);

    /** Says good-bye, so that the broker does not take us for lost. May be opened again. */
    @Override
    void close();

    /** The connection is lost. */
    final class LostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** @param reason why, without secrets */
        LostException(String reason) {
            super(reason);
        }
    }
}
