@echo off
rem Builds what is stale, then runs the command. All else is Java: src\main\java\dojo\cli.
setlocal
set "DOJO=%~dp0."
set "BIN="
if defined JAVA_HOME set "BIN=%JAVA_HOME%\bin\"

rem Java parts a class path at semicolons, and takes "!" before a slash for the end of a jar's name.
if not "%DOJO:;=%"=="%DOJO%" goto badplace
if not "%DOJO:!\=%"=="%DOJO%" goto badplace

"%BIN%java.exe" -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul
if errorlevel 1 goto nojdk

rem Jars that pom.xml no longer names must not stay on the notebooks' class path.
powershell -NoProfile -Command "Set-Location -LiteralPath $env:DOJO; $jar = Get-Item target\dojo.jar -ErrorAction SilentlyContinue; if (-not $jar -or -not (Test-Path target\lib)) { exit 1 }; $built = $jar.LastWriteTimeUtc; if ((Get-Item pom.xml).LastWriteTimeUtc -gt $built) { Remove-Item target\lib -Recurse -Force; exit 1 }; if (Get-ChildItem src\main -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 }; exit 0"
if not errorlevel 1 goto run

set "JDK_JAVAC_OPTIONS="
"%BIN%javac.exe" -version >nul 2>&1
if errorlevel 1 goto nojdk
where mvn >nul 2>&1
if errorlevel 1 goto nomaven
echo building the kit... 1>&2
pushd "%DOJO%"
if not exist target mkdir target
call mvn -B -q -Dmaven.test.skip=true package >target\build.log 2>&1
if errorlevel 1 goto failed
rem Maven leaves an unchanged jar as it is.
powershell -NoProfile -Command "(Get-Item target\dojo.jar).LastWriteTime = Get-Date"
popd

:run
"%BIN%java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Ddojo.home=%DOJO%" -jar "%DOJO%\target\dojo.jar" %*
exit /b %ERRORLEVEL%

:failed
type target\build.log 1>&2
popd
exit /b 1

:badplace
echo dojo: the path of the project must not have ; or a ! before a slash, but is "%DOJO%": move the project 1>&2
exit /b 1

:nojdk
rem A typing mistake in these options keeps java from starting: it says so.
set "OPTIONS="
if defined JAVA_TOOL_OPTIONS set "OPTIONS=1"
if defined JDK_JAVA_OPTIONS set "OPTIONS=1"
if defined _JAVA_OPTIONS set "OPTIONS=1"
if defined OPTIONS "%BIN%java.exe" -version 1>&2
if defined JAVA_HOME echo dojo: JDK 17 or newer is missing in JAVA_HOME=%JAVA_HOME% (correct or unset it, or install one): winget install EclipseAdoptium.Temurin.21.JDK 1>&2
if not defined JAVA_HOME echo dojo: JDK 17 or newer is missing: winget install EclipseAdoptium.Temurin.21.JDK 1>&2
exit /b 1

:nomaven
echo dojo: Maven is missing: choco install maven 1>&2
exit /b 1
