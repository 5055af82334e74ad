package io.github.camelcallrail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelPreemptiveClusterService;
import org.apache.camel.cluster.CamelPreemptiveClusterView;
import org.apache.camel.support.cluster.AbstractCamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** A cluster in which a test decides whether this node leads: all partitions or none. */
final class SwitchedClusterService extends AbstractCamelClusterService<SwitchedClusterService.View>
        implements CamelPreemptiveClusterService {

    private final CountDownLatch routeStopped = new CountDownLatch(1);
    private volatile boolean leads = true;
    private volatile boolean left;
    private volatile int starts;

    /** Tells the views who leads from now on. */
    void lead(boolean now) throws Exception {
        leads = now;
        for (String namespace : getNamespaces()) {
            View view = getView(namespace);
            view.changed();
            releaseView(view);
        }
    }

    /** To be called when the route has stopped. */
    void routeStopped() {
        routeStopped.countDown();
    }

    /** Whether the node left a partition before the route had stopped. */
    boolean leftInTime() {
        return left;
    }

    /** How many times views were started. */
    int starts() {
        return starts;
    }

    @Override
    public View getView(String namespace) throws Exception {
        return (View) super.getView(namespace);
    }

    @Override
    protected View createView(String namespace) {
        return new View(this, namespace);
    }

    final class View extends AbstractCamelClusterView implements CamelPreemptiveClusterView {

        private final CamelClusterMember local = new CamelClusterMember() {
            @Override
            public boolean isLeader() {
                return leads;
            }

            @Override
            public boolean isLocal() {
                return true;
            }

            @Override
            public String getId() {
                return "this";
            }
        };

        private View(CamelClusterService cluster, String namespace) {
            super(cluster, namespace);
        }

        @Override
        public boolean isDisabled() {
            return false;
        }

        @Override
        public void setDisabled(boolean disabled) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void doStart() {
            starts++;
        }

        @Override
        protected void doStop() throws Exception {
            left = !routeStopped.await(200, TimeUnit.MILLISECONDS);
        }

        private void changed() {
            fireLeadershipChangedEvent(getLeader().orElse(null));
        }

        @Override
        public Optional<CamelClusterMember> getLeader() {
            return leads ? Optional.of(local) : Optional.empty();
        }

        @Override
        public CamelClusterMember getLocalMember() {
            return local;
        }

        @Override
        public List<CamelClusterMember> getMembers() {
            return List.of(local);
        }
    }
}
