import { useEffect } from 'react';
import { queryClient } from './query-client.js';

const RETRY_AFTER_MS = 5_000;

interface Announcement {
  readonly topic: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** While somebody is signed in, what others change arrives by itself: every open dashboard shows the live headroom. */
export function useLiveUpdates(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    let source: EventSource | null = null;
    let timer = 0;
    const open = (): void => {
      source = new EventSource('/api/events');
      source.onmessage = (message: MessageEvent<string>) => refresh(message.data);
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = window.setTimeout(open, RETRY_AFTER_MS);
      };
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [signedIn]);
}

function refresh(data: string): void {
  const announcement = readAnnouncement(data);
  if (announcement === null) return;
  const fundId = announcement.payload['fundId'];
  if (fundId !== undefined) void queryClient.invalidateQueries({ queryKey: ['fund', fundId] });
  const yearId = announcement.payload['yearId'];
  if (yearId !== undefined) {
    void queryClient.invalidateQueries({ queryKey: ['voucher-year', yearId] });
    void queryClient.invalidateQueries({ queryKey: ['voucher-years'] });
  }
  if (announcement.topic === 'payment.changed') void queryClient.invalidateQueries({ queryKey: ['payments'] });
  if (announcement.topic === 'report.changed') void queryClient.invalidateQueries({ queryKey: ['report-issues'] });
  if (announcement.topic.startsWith('approval')) void queryClient.invalidateQueries({ queryKey: ['approvals'] });
  void queryClient.invalidateQueries({ queryKey: ['history'] });
  void queryClient.invalidateQueries({ queryKey: ['break-glass'] });
  void queryClient.invalidateQueries({ queryKey: ['funds'] });
  void queryClient.invalidateQueries({ queryKey: ['programmes'] });
}

function readAnnouncement(data: string): Announcement | null {
  try {
    const value = JSON.parse(data) as Partial<Announcement> | null;
    return typeof value?.topic === 'string' ? { topic: value.topic, payload: value.payload ?? {} } : null;
  } catch {
    return null;
  }
}
