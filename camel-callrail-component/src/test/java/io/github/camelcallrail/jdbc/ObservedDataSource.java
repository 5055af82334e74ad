package io.github.camelcallrail.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Gives out one connection again and again, as a pool does, and tells a test what is done on it before it is done. */
public final class ObservedDataSource implements AutoCloseable {

    /** Called before each statement is prepared, and before commit and rollback. */
    public interface Before {
        void doing(String what) throws SQLException;
    }

    public final Connection connection;
    public final List<String> done = new ArrayList<>();
    public Before before = what -> {};

    public ObservedDataSource(DataSource real) throws SQLException {
        this(real.getConnection());
    }

    public ObservedDataSource(Connection connection) {
        this.connection = connection;
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> observedConnection());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Connection observedConnection() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "close":
                    return null;
                case "prepareStatement":
                    observe(arguments[0].toString());
                    break;
                case "commit", "rollback":
                    observe(method.getName());
                    break;
                default:
            }
            return invoke(method, arguments);
        });
    }

    private void observe(String what) throws SQLException {
        done.add(what.replaceFirst(" .*", ""));
        before.doing(what);
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
