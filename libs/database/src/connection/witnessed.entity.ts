import { Column } from 'typeorm';

/** The columns that every fact carries: since when it counts as known, when the database saw it, and which command told it. */
export abstract class Witnessed {
  @Column('timestamptz', { name: 'known_at' })
  knownAt!: Date;

  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false })
  recordedAt!: Date;

  @Column('uuid', { name: 'command_id' })
  commandId!: string;
}
