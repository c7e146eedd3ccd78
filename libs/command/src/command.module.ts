import { Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import type { DataSource } from 'typeorm';
import { GATHER_LIMITS, type GatherLimits } from './batch/gatherer.js';
import { CommandCatalogue } from './catalogue.js';
import type { CommandGate } from './command.js';
import { CommandRunner } from './command.runner.js';

/** Injection token of the `CommandGate`. */
export const COMMAND_GATE = Symbol('CommandGate');

/** The one door, with the gate it is given. */
@Module({})
export class CommandModule {
  static forRoot(gate: CommandGate, limits: GatherLimits = GATHER_LIMITS): DynamicModule {
    return {
      module: CommandModule,
      global: true,
      providers: [
        { provide: COMMAND_GATE, useValue: gate },
        { provide: CommandCatalogue, useValue: new CommandCatalogue() },
        {
          provide: CommandRunner,
          useFactory: (source: DataSource, clock: Clock) => new CommandRunner(source, clock, gate, limits),
          inject: [getDataSourceToken(), CLOCK],
        },
      ],
      exports: [CommandRunner, CommandCatalogue, COMMAND_GATE],
    };
  }
}
