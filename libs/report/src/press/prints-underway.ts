import type { Progress } from '#libs/http';

interface Print {
  readonly ended: Promise<void>;
  progress: Progress;
}

/**
 * The prints that this process is at: how far each is, and one for all who ask for the same issue meanwhile. It is told from
 * memory and gone with the process; another process knows nothing of it.
 */
export class PrintsUnderway {
  private readonly prints = new Map<string, Print>();

  /** Runs `print`, or waits for the one of this issue that is under way. Rejects with what went wrong for all who wait. */
  once(issueId: string, print: (tell: (progress: Progress) => void) => Promise<void>): Promise<void> {
    const begun = this.prints.get(issueId) ?? this.begin(issueId, print);
    return begun.ended;
  }

  /** What was told last of the print of an issue; null where this process is not at it. */
  progressOf(issueId: string): Progress | null {
    return this.prints.get(issueId)?.progress ?? null;
  }

  private begin(issueId: string, print: (tell: (progress: Progress) => void) => Promise<void>): Print {
    const work = async (): Promise<void> => {
      try {
        await print((progress) => {
          begun.progress = progress;
        });
      } finally {
        this.prints.delete(issueId);
      }
    };
    // It begins in a turn of its own, when it is on the list.
    const begun: Print = { progress: { phase: 'READING', done: 0, total: null }, ended: Promise.resolve().then(work) };
    this.prints.set(issueId, begun);
    return begun;
  }
}
