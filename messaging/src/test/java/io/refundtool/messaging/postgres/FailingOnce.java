package io.refundtool.messaging.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connection breaks, once, when it is asked to prepare a certain statement. */
final class FailingOnce extends DelegatingDataSource {

    private final String beginning;
    private final AtomicBoolean failed = new AtomicBoolean();

    FailingOnce(DataSource dataSource, String beginning) {
        super(dataSource);
        this.beginning = beginning;
    }

    boolean hasFailed() {
        return failed.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && ((String) arguments[0]).startsWith(beginning)
                            && failed.compareAndSet(false, true)) {
                        throw new SQLException("The connection broke.", "08006");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
