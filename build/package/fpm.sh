#!/bin/sh
# What electron-builder starts in place of fpm, named by CUSTOM_FPM_PATH; see fpm.ts.
here=$(dirname "$(readlink -f "$0")")
exec node "$here/../../node_modules/tsx/dist/cli.mjs" "$here/fpm.ts" "$@"
