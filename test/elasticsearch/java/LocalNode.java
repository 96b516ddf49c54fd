import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node on loopback: {@code LocalNode HOME WORK [PORT]}. HOME holds the modules, WORK what the node writes; without a
 * port the system picks a free one. Prints {@code READY http://127.0.0.1:PORT}, and ends when its standard input does, so that it never
 * outlives the process that started it.
 */
public final class LocalNode {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        String port = arguments.length > 2 ? arguments[2] : "0";
        Path config = Files.createDirectories(work.resolve("config"));
        Settings settings = Settings.builder()
            .put("path.home", home.toString())
            .put("path.data", work.resolve("data").toString())
            .put("path.logs", work.resolve("logs").toString())
            .put("cluster.name", "dragnet-tests")
            .put("node.name", "local")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.type", "netty4")
            .put("http.port", port)
            .put("transport.type", "netty4")
            .put("transport.port", "0")
            .put("xpack.license.self_generated.type", "basic")
            // A full disk of the machine is no reason to refuse a few test documents.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        Environment environment = new Environment(settings, config);
        LogConfigurator.configureESLogging();
        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir());
        Node node = new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of(), false));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        InetSocketAddress address = node.injector()
            .getInstance(HttpServerTransport.class)
            .boundAddress()
            .publishAddress()
            .address();
        System.out.println("READY http://127.0.0.1:" + address.getPort());
        while (System.in.read() != -1) {
            // Nothing is expected; only the end counts.
        }
        System.exit(0);
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (Exception ignored) {
            // The process ends anyway.
        }
    }
}
