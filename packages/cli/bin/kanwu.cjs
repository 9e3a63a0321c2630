#!/usr/bin/env node
'use strict'
require('../dist/bundle/launch.cjs')
