package io.refundtool.reliability.faults;

import io.refundtool.reliability.process.Directories;
import io.refundtool.reliability.process.ManagedProcess;
import io.refundtool.reliability.process.OwnProcesses;
import io.refundtool.reliability.process.Parts;
import io.refundtool.sandbox.system.Readiness;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Does what a plan says. Faults of one victim come one after another, those of different ones as they fall. */
public final class Strikes {

    private final OwnProcesses processes;
    private final Map<String, ReentrantLock> victims = new ConcurrentHashMap<>();

    public Strikes(OwnProcesses processes) {
        this.processes = processes;
    }

    /**
     * Does it and undoes it; returns when the victim is up again.
     *
     * @param struck told the moment it has begun
     */
    public void strike(Fault fault, Runnable struck) throws InterruptedException {
        ReentrantLock lock = victims.computeIfAbsent(fault.victim(), victim -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            begin(fault, struck);
            awaitUp(fault.victim());
        } finally {
            lock.unlock();
        }
    }

    private void begin(Fault fault, Runnable struck) throws InterruptedException {
        ManagedProcess victim = processes.process(fault.victim());
        switch (fault.kind()) {
            case KILL_INSTANCE, KILL_SERVICE, BROKER_KILL -> down(victim, fault, struck, victim::kill);
            case LOSE_STATE ->
                down(victim, fault, struck, () -> {
                    victim.kill();
                    Directories.delete(processes.stateOf(fault.victim()));
                });
            case BROKER_STOP, DATABASE_STOP -> down(victim, fault, struck, victim::stop);
            case DATABASE_ABORT -> down(victim, fault, struck, processes::abortPostgres);
            case PAUSE_INSTANCE, PAUSE_SERVICE -> {
                try (var _ = victim.pause()) {
                    struck.run();
                    Thread.sleep(fault.lasts());
                }
            }
            case CUT -> cut(fault, struck, processes.proxy(fault.victim())::cut);
            case SILENCE -> cut(fault, struck, processes.proxy(fault.victim())::silence);
        }
    }

    /** Something that takes a process down. */
    @FunctionalInterface
    private interface Blow {
        void fall() throws InterruptedException;
    }

    private static void down(ManagedProcess victim, Fault fault, Runnable struck, Blow blow)
            throws InterruptedException {
        blow.fall();
        struck.run();
        try {
            Thread.sleep(fault.lasts());
        } finally {
            victim.start();
        }
    }

    private void cut(Fault fault, Runnable struck, Runnable cut) throws InterruptedException {
        cut.run();
        struck.run();
        try {
            Thread.sleep(fault.lasts());
        } finally {
            processes.proxy(fault.victim()).open();
        }
    }

    private void awaitUp(String victim) throws InterruptedException {
        if (Parts.services().contains(victim)) {
            Readiness.await(victim, processes.uri(victim));
        } else {
            processes.process(victim).awaitReady();
        }
    }
}
