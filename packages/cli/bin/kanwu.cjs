#!/usr/bin/env node
'use strict'
require('../dist/bundle/launch.cjs')({ patience: 15 })
