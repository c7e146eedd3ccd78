import { Global, Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import type { DataSource } from 'typeorm';
import { CommandRunner } from './command.runner.js';

@Global()
@Module({
  providers: [
    { provide: CommandRunner, useFactory: (source: DataSource, clock: Clock) => new CommandRunner(source, clock), inject: [getDataSourceToken(), CLOCK] },
  ],
  exports: [CommandRunner],
})
export class CommandModule {}
