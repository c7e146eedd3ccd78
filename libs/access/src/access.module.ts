import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ACCESS_OPTIONS, type AccessOptions } from './access.options.js';
import { AccessGuard } from './guard/access.guard.js';
import { CommandLogController } from './log/command-log.controller.js';
import { AccessLog } from './log/access-log.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { UserController } from './user/user.controller.js';
import { UserService } from './user/user.service.js';

/** People, sessions and permissions, with the guard before every route. The application registers @fastify/cookie. */
@Module({})
export class AccessModule {
  static forRoot(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [SessionController, UserController, CommandLogController],
      providers: [
        { provide: ACCESS_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: AccessGuard },
        AccessLog,
        SessionService,
        SignInService,
        UserService,
      ],
      exports: [AccessLog],
    };
  }
}
