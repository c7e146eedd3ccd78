import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bilingual } from '../../api/types.js';

export interface Progress {
  readonly stage: 'CHAIN' | 'TABLE';
  readonly table: string | null;
  readonly rows: number;
}

export interface Verification {
  readonly sound: boolean;
  readonly findings: readonly { readonly kind: string; readonly text: Bilingual }[];
  readonly batches: number;
  readonly rows: number;
  readonly anchors: number;
  readonly unsealed: number;
  readonly excused: number;
  readonly head: { readonly number: number } | null;
}

export type VerificationState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly verification: Verification }
  | { readonly kind: 'refused'; readonly text: Bilingual }
  | { readonly kind: 'lost' };

type Event =
  | { readonly topic: 'progress'; readonly payload: Progress }
  | { readonly topic: 'result'; readonly payload: Verification }
  | { readonly topic: 'refused'; readonly payload: { readonly text: Bilingual } };

interface VerificationRun {
  readonly state: VerificationState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A verification that the server does while this page watches; it ends when the page is left. */
export function useVerification(): VerificationRun {
  const [state, setState] = useState<VerificationState>({ kind: 'idle' });
  const source = useRef<EventSource | null>(null);
  const close = useCallback(() => {
    source.current?.close();
    source.current = null;
  }, []);
  useEffect(() => close, [close]);
  const start = useCallback(() => {
    close();
    setState({ kind: 'running', progress: null });
    const events = new EventSource('/api/seals/verification');
    source.current = events;
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as Event;
      setState(stateAfter(event));
      if (event.topic !== 'progress') close();
    };
    // The browser would start all over again.
    events.onerror = () => {
      close();
      setState({ kind: 'lost' });
    };
  }, [close]);
  const stop = useCallback(() => {
    close();
    setState({ kind: 'idle' });
  }, [close]);
  return { state, start, stop };
}

function stateAfter(event: Event): VerificationState {
  switch (event.topic) {
    case 'progress':
      return { kind: 'running', progress: event.payload };
    case 'result':
      return { kind: 'done', verification: event.payload };
    case 'refused':
      return { kind: 'refused', text: event.payload.text };
  }
}
