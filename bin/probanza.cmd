@echo off
node "%~dp0..\scripts\run.mjs" cli %*
