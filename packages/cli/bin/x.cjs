#!/usr/bin/env node
'use strict'
require('../dist/bundle/lx.cjs')({ patience: 15 })
