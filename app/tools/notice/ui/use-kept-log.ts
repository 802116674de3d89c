import { useEffect, useState } from "react";

import { type LogEntry, logKey, readLog } from "#app/tools/notice/log.ts";

/** A log in memory that this browser keeps from the moment the reader wishes it until they no longer do. */
export function useKeptLog() {
  const [entries, setEntries] = useState<LogEntry[]>([]);
  const [isKept, setIsKept] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const kept = stored();
    if (kept === null) return;
    setEntries(readLog(kept));
    setIsKept(true);
  }, []);

  function write(list: LogEntry[], shouldKeep: boolean) {
    const isDone = store(shouldKeep ? JSON.stringify(list) : null);
    setHasFailed(!isDone);
    setIsKept(shouldKeep && isDone);
  }

  return {
    entries,
    isKept,
    /** The browser refused, as some do in private windows or when full. */
    hasFailed,
    change(list: LogEntry[]) {
      setEntries(list);
      if (isKept) write(list, true);
    },
    keep(shouldKeep: boolean) {
      write(entries, shouldKeep);
    },
    deleteAll() {
      setEntries([]);
      write([], false);
    },
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(logKey);
  } catch {
    return null;
  }
}

function store(value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(logKey);
    else localStorage.setItem(logKey, value);
    return true;
  } catch {
    return false;
  }
}
