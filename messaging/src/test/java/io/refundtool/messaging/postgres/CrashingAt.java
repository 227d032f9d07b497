package io.refundtool.messaging.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database under whose user the process dies at one step, once: before a statement, or after a commit that was done.
 * The exception is no failure of a database, so nothing handles it.
 */
public final class CrashingAt extends DelegatingDataSource {

    private final AtomicInteger stepsLeft;

    public CrashingAt(DataSource dataSource, int step) {
        super(dataSource);
        this.stepsLeft = new AtomicInteger(step);
    }

    public boolean hasCrashed() {
        return stepsLeft.get() <= 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        crashIfDue();
                    }
                    Object result;
                    try {
                        result = method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("commit")) {
                        crashIfDue();
                    }
                    return result;
                });
    }

    private void crashIfDue() {
        if (stepsLeft.decrementAndGet() == 0) {
            throw new IllegalStateException("The process dies here.");
        }
    }
}
